package io.asktrail.registry.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureWordsTest {
    /** Whatever is not the asker's fault is told in the asker's language, whoever failed. */
    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyFailureThatIsNotTheAskersIsToldInHindi(ErrorCode code) {
        var told = FailureWords.of(code, "It failed.", Language.HINDI);

        if (code.blame() != ErrorCode.Blame.CALLER) {
            assertThat(Language.of(told)).isEqualTo(Language.HINDI);
        }
    }

    @Test
    void tellsADownSourceInHindiAndLeavesEnglishToWhoFailed() {
        assertThat(FailureWords.of(ErrorCode.SOURCE_DOWN, "The source 'ads' is away.", Language.HINDI))
                .isEqualTo("स्रोत इस समय उत्तर नहीं दे रहा; थोड़ी देर बाद फिर पूछें।");
        assertThat(FailureWords.of(ErrorCode.SOURCE_DOWN, "The source 'ads' is away.", Language.ENGLISH))
                .isEqualTo("The source 'ads' is away.");
    }

    @Test
    void leavesWhatIsForProgrammersAsItIs() {
        assertThat(FailureWords.of(ErrorCode.MALFORMED_REQUEST, "limit is from 1 to 50.", Language.HINDI))
                .isEqualTo("limit is from 1 to 50.");
    }

    @Test
    void everySentenceIsOfACode() throws IOException {
        var sentences = new Properties();
        try (var file = Objects.requireNonNull(FailureWords.class.getResourceAsStream("hi.properties"))) {
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(Arrays.stream(ErrorCode.values()).map(code -> code.name().toLowerCase(Locale.ROOT)))
                .containsAll(sentences.stringPropertyNames());
    }
}
