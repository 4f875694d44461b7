package io.asktrail.orchestrator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.wording.SentenceFiles;
import org.junit.jupiter.api.Test;

class ReplaySayingTest {
    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(ReplaySaying.class)).isEmpty();
    }
}
