package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpokenTest {
    private static final CallContext CALL = new CallContext(
            new Caller("asha", List.of(), List.of("*"), List.of(), List.of()),
            new Deadline(Instant.parse("2030-01-01T00:00:00Z")),
            "key");

    @Test
    void isTheLanguageThatWasWishedForElseThatOfTheQuestion() {
        assertThat(Spoken.of(CALL, asked("पिछले महीने की बिक्री", null)).language())
                .isEqualTo(Language.HINDI);
        assertThat(Spoken.of(CALL, asked("sales last month", null)).language()).isEqualTo(Language.ENGLISH);
        assertThat(Spoken.of(CALL, asked("sales last month", Language.HINDI)).language())
                .isEqualTo(Language.HINDI);
    }

    @Test
    void aFailureIsToldInTheLanguageOfTheCallAndIsOtherwiseTheSame() {
        var busy = new SuiteException(ErrorCode.RATE_LIMITED, "Ask again in a second.", null, Duration.ofSeconds(1));

        assertThatThrownBy(() -> Spoken.told(CALL.in(Language.HINDI), () -> {
                    throw busy;
                }))
                .isInstanceOfSatisfying(SuiteException.class, told -> {
                    assertThat(told.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    assertThat(told.retryAfter()).contains(Duration.ofSeconds(1));
                    assertThat(told.forCaller())
                            .isEqualTo("इस समय बहुत से प्रश्नों पर काम चल रहा है: थोड़ी देर बाद फिर पूछें।");
                });
        assertThatThrownBy(() -> Spoken.told(CALL, () -> {
                    throw busy;
                }))
                .isSameAs(busy);
    }

    private static AskRequest asked(String question, @Nullable Language language) {
        return new AskRequest(question, null, null, null, null, language);
    }
}
