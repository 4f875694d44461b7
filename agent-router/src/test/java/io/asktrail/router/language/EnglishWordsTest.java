package io.asktrail.router.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishWordsTest {
    private static final Set<String> WORDS = EnglishWords.load();

    @ParameterizedTest
    @ValueSource(strings = {"loan", "loans", "launched", "families", "stopped", "bought", "weather", "boxes", "making"})
    void knowsWordsInAllTheirForms(String word) {
        assertThat(WORDS).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spned", "impresions", "catgory", "chanel", "ordrs", "quater", "gujrat", "clics"})
    void leavesMisspellingsToBeCorrected(String word) {
        assertThat(WORDS).doesNotContain(word);
    }

    @Test
    void holdsWordsInCommonUseAndNoWholeLexicon() {
        assertThat(WORDS.size()).isBetween(30_000, 120_000);
    }
}
