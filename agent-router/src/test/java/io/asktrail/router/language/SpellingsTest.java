package io.asktrail.router.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"more than", "what's", "+", ">=", "किस वजह से"})
    void leavesAPhraseWithoutSignsAsItIs(String phrase) {
        assertThat(Spellings.of(phrase)).containsExactly(phrase);
    }

    @Test
    void spellsOutEachOfSeveral() {
        assertThat(Spellings.of("how (fresh|up to date) is (the data | this)"))
                .containsExactlyInAnyOrder(
                        "how fresh is the data", "how fresh is this",
                        "how up to date is the data", "how up to date is this");
    }

    @Test
    void leavesOutTheWholeWordBeforeAQuestionMark() {
        assertThat(Spellings.of("data? freshness")).containsExactlyInAnyOrder("data freshness", "freshness");
    }

    @Test
    void leavesOutTheWholeBracketBeforeAQuestionMark() {
        assertThat(Spellings.of("(show me (all | the))? metrics"))
                .containsExactlyInAnyOrder("metrics", "show me all metrics", "show me the metrics");
    }

    @Test
    void givesAPhraseOnceThatIsSpelledOutTwice() {
        assertThat(Spellings.of("a? (a | b)? c")).containsExactlyInAnyOrder("c", "a c", "b c", "a a c", "a b c");
    }

    @Test
    void spellsOutAlternativesWithoutABracket() {
        assertThat(Spellings.of("last sync | latest data")).containsExactlyInAnyOrder("last sync", "latest data");
    }

    @ParameterizedTest
    @CsvSource({
        "how (fresh is it, not closed",
        "how fresh) is it, ')'",
        "(a |) b, may hold nothing",
        "? data, stands at nothing",
        "data??, stands at nothing",
        "(a | b)? c?, all of it may be missing",
        "a |, all of it may be missing"
    })
    void refusesWhatIsNotWritten(String pattern, String reason) {
        assertThatThrownBy(() -> Spellings.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(reason, pattern);
    }
}
