package io.asktrail.files.saying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.testkit.wording.SentenceFiles;
import org.junit.jupiter.api.Test;

class FileSayingTest {
    @Test
    void everySayingHasItsSentenceInEveryLanguageWithTheSamePlaces() {
        assertThat(SentenceFiles.faults(FileSaying.class)).isEmpty();
    }
}
