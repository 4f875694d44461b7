package io.asktrail.planner.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.wording.SentenceFiles;
import org.junit.jupiter.api.Test;

class PlaybookSayingTest {
    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(PlaybookSaying.class)).isEmpty();
    }
}
