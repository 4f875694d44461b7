package io.asktrail.insights.saying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InsightsSayingTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Wording HINDI = Wording.withoutNames(Language.HINDI);

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySayingHasASentenceAndNoSentenceIsLeftOver(Language language) throws IOException {
        assertThat(sentences(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(InsightsSaying.values())
                        .map(saying -> saying.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void sentencesHaveTheSamePlacesInEachLanguage() throws IOException {
        var english = sentences(Language.ENGLISH);
        var hindi = sentences(Language.HINDI);

        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(hindi, key)).as(key).isEqualTo(places(english, key)));
    }

    @Test
    void saysInHindiThatTheHistoryIsTooShort() {
        assertThat(HINDI.of(Said.of(InsightsSaying.missing(Diagnosis.Kind.ANOMALY))))
                .isEqualTo(
                        "सामान्य क्या है, यह कहने के लिए पुराने आँकड़े कम हैं: कम से कम आठ सप्ताह पहले तक के चाहिए।");
    }

    private static TreeSet<String> places(Properties sentences, String key) {
        var places = new TreeSet<String>();
        PLACE.matcher(sentences.getProperty(key))
                .results()
                .map(MatchResult::group)
                .forEach(places::add);
        return places;
    }

    private static Properties sentences(Language language) throws IOException {
        var sentences = new Properties();
        try (var stream =
                Objects.requireNonNull(InsightsSaying.class.getResourceAsStream(language.tag() + ".properties"))) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
