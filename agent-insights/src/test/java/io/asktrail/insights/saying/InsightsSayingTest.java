package io.asktrail.insights.saying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import io.asktrail.testkit.wording.SentenceFiles;
import org.junit.jupiter.api.Test;

class InsightsSayingTest {
    private static final Wording HINDI = Wording.withoutNames(Language.HINDI);

    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(InsightsSaying.class)).isEmpty();
    }

    @Test
    void saysInHindiThatTheHistoryIsTooShort() {
        assertThat(HINDI.of(Said.of(InsightsSaying.missing(Diagnosis.Kind.ANOMALY))))
                .isEqualTo(
                        "सामान्य क्या है, यह कहने के लिए पुराने आँकड़े कम हैं: कम से कम आठ सप्ताह पहले तक के चाहिए।");
    }
}
