package io.asktrail.orchestrator.saying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.SaidException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InTheirLanguageTest {
    @Test
    void aFailureIsToldInTheLanguageOfTheCallAndIsOtherwiseTheSame() {
        var busy = new SuiteException(ErrorCode.RATE_LIMITED, "Ask again in a second.", null, Duration.ofSeconds(1));

        assertThatThrownBy(() -> failing(Language.HINDI, busy)).isInstanceOfSatisfying(SuiteException.class, told -> {
            assertThatThrownBy(() -> failing(Language.ENGLISH, busy)).isSameAs(busy);
            assertThat(told.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(told.retryAfter()).contains(Duration.ofSeconds(1));
            assertThat(told.forCaller())
                    .isEqualTo("इस समय बहुत से प्रश्नों पर काम चल रहा है: थोड़ी देर बाद फिर पूछें।");
        });
    }

    @Test
    void whatSaysItByItselfKeepsWhatItIsAbout() {
        var stopped = new SaidException(
                ErrorCode.PLAN_REJECTED,
                Said.of(OrchestratorSaying.PLAN_STOPPED).text("task.access").text("…"));

        assertThatThrownBy(() -> failing(Language.HINDI, stopped))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        told -> assertThat(told.forCaller()).isEqualTo("योजना को नियम task.access ने रोका: …"));
        assertThatThrownBy(() -> failing(Language.ENGLISH, stopped)).isSameAs(stopped);
    }

    private static void failing(Language language, SuiteException failure) {
        InTheirLanguage.told(language, () -> {
            throw failure;
        });
    }
}
