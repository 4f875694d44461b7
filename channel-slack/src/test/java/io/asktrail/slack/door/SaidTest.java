package io.asktrail.slack.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTest {
    @ParameterizedTest
    @CsvSource({
        "<@U0ME> spend last week,spend last week",
        "hey <@U0ME> spend?,hey   spend?",
        "<@U0ME|asktrail> spend,spend",
        "<@U0ME>,''",
        "<!channel> <!here|here> spend,spend",
        "spend in <#C1|delhi>,spend in delhi",
        "spend of <@U2|ravi>,spend of ravi",
        "see <https://x.example|the report>,see the report",
        "acos &gt; 0.4 &amp; roas &lt; 2,acos > 0.4 & roas < 2",
        "&amp;lt; stays,&lt; stays"
    })
    void readsWhatWasMeant(String written, String meant) {
        assertThat(Said.of(written, "U0ME")).isEqualTo(meant);
    }

    @Test
    void takesTheFirstWhoIsAddressedForItselfWhereSlackDoesNotSay() {
        assertThat(Said.of("<@U0ME> spend of <@U2|ravi>", null)).isEqualTo("spend of ravi");
        assertThat(Said.of(null, null)).isEmpty();
    }

    @Test
    void readsNoMoreThanAQuestionCanHave() {
        assertThat(Said.of("x".repeat(100_000), "U0ME")).hasSize(8_000);
    }
}
