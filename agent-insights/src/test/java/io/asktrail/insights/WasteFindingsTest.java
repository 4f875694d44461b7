package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Diagnosis;
import org.junit.jupiter.api.Test;

class WasteFindingsTest {
    private static final String METRICS = "spend clicks attributed_orders";

    @Test
    void callsWastedWhatHadClicksEnoughForThreeOrdersAndNone() {
        // When: one order in twenty clicks as a whole
        var rows = waste().table(METRICS, null, "10000 1000 50")
                .table(METRICS, "search_term", "kurta 800 60 0", "mixer 300 59 0", "shoes 900 30 2")
                .found()
                .rows("part member spend clicks spend.share attributed_orders.expected verdict");

        // Then: sixty clicks would have brought three
        assertThat(rows)
                .containsExactly(
                        "search_term - 1100 119 0.1100 6.0 -",
                        "search_term kurta 800 60 0.0800 3.0 wasted",
                        "search_term mixer 300 59 0.0300 3.0 too_few_clicks");
    }

    @Test
    void addsTheManySmallOnesUpInOneRow() {
        // Given
        var terms = new String[20];
        for (var i = 0; i < terms.length; i++) {
            terms[i] = "term%02d %d 1 0".formatted(i, 100 - i);
        }

        // When
        var rows = waste().table(METRICS, null, "10000 1000 50")
                .table(METRICS, "search_term", terms)
                .found()
                .rows("found member spend");

        // Then: 85 + 84 + 83 + 82 + 81
        assertThat(rows).hasSize(17).first().isEqualTo("- - 1810");
        assertThat(rows.getLast()).isEqualTo("others 5 415");
    }

    @Test
    void saysWhatIsMissing() {
        // When
        var result = waste().missing().result();

        // Then
        assertThat(result).isInstanceOf(StepResult.Missing.class);
    }

    private static Looked waste() {
        return Looked.at(Diagnosis.Kind.WASTE, Looked.period("2025-10-01", "2025-10-31", null));
    }
}
