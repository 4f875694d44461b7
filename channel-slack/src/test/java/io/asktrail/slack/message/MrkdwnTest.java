package io.asktrail.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {
    @ParameterizedTest
    @CsvSource({
        "a & b,a &amp; b",
        "<!channel>,&lt;!channel&gt;",
        "<@U1> <#C1> <https://x>,&lt;@U1&gt; &lt;#C1&gt; &lt;https://x&gt;",
        "&lt;,&amp;lt;",
        "SB_Delhi_Oct,SB_Delhi_Oct",
        "5 * 3,5 * 3",
        "₹12,₹12"
    })
    void writesWhatMeansSomethingSoThatItDoesNot(String text, String expected) {
        assertThat(Mrkdwn.escaped(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"*bold*,*\u200Bbold*", "_x_,_\u200Bx_", "(~gone~),(~\u200Bgone~)", "`code`,`\u200Bcode`"})
    void keepsMarksFromFormatting(String text, String expected) {
        assertThat(Mrkdwn.escaped(text)).isEqualTo(expected);
    }

    @Test
    void cutsNeverInTheMiddleOfAnEscapeOrALetter() {
        for (var limit = 1; limit < 40; limit++) {
            assertThat(Mrkdwn.within("a&<😀>&&&😀", limit))
                    .hasSizeLessThanOrEqualTo(limit)
                    .matches("([a😀\u200B]|&amp;|&lt;|&gt;)*…?");
        }
        assertThat(Mrkdwn.within("whole", 5)).isEqualTo("whole");
        assertThat(Mrkdwn.within("longer", 5)).isEqualTo("long…");
    }

    @Test
    void dividesWhereLinesAndWordsEndAndLosesNothing() {
        // Given
        var text = "one two three\nfour five six\nseven eight nine";

        // When
        var pieces = Mrkdwn.pieces(text, 16, 10);

        // Then
        assertThat(pieces).containsExactly("one two three", "four five six", "seven eight nine");
        assertThat(Mrkdwn.pieces(text, 16, 2)).containsExactly("one two three", "four five six\ns…");
        assertThat(Mrkdwn.pieces("&".repeat(100), 50, 100))
                .hasSize(10)
                .allSatisfy(piece -> assertThat(piece).isEqualTo("&amp;".repeat(10)));
    }
}
