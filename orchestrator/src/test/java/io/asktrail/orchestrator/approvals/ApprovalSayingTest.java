package io.asktrail.orchestrator.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.wording.SentenceFiles;
import org.junit.jupiter.api.Test;

class ApprovalSayingTest {
    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(ApprovalSaying.class)).isEmpty();
    }
}
