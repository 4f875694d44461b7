package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.task.Diagnosis;
import org.junit.jupiter.api.Test;

class ReconciliationFindingsTest {
    @Test
    void splitsTheGapIntoPartsThatComeToIt() {
        // When: attributed 900; booked 2000 gross, 100 refunded
        var rows = Looked.at(Diagnosis.Kind.RECONCILIATION, Looked.period("2025-10-01", "2025-10-31", null))
                .table(
                        "attributed_sales gross_sales refunds",
                        "campaign",
                        "Both 700 500 40",
                        "Claimed 200 - -",
                        "Booked - 300 10",
                        "- - 1200 50")
                .found()
                .rows("found attributed_sales gross_sales refunds gap gap.share");

        // Then: -1200 + 100 - 300 + 200 + 200 = -1000
        assertThat(rows)
                .extracting(row -> row.replace(' ', '_'))
                .containsExactly(
                        "-_900_2000_100_-1000_1.0000",
                        "without_ad_0_1200_-_-1200_1.2000",
                        "refunded_-_-_100_100_-0.1000",
                        "only_booked_0_300_-_-300_0.3000",
                        "only_attributed_200_0_-_200_-0.2000",
                        "attribution_window_700_500_-_200_-0.2000");
    }
}
