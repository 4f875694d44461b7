package io.asktrail.orchestrator.exports;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.wording.SentenceFiles;
import org.junit.jupiter.api.Test;

class ExportSayingTest {
    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(ExportSaying.class)).isEmpty();
    }
}
