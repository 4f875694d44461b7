package io.asktrail.planner;

import static io.asktrail.planner.Planned.by;
import static io.asktrail.planner.Planned.filter;
import static io.asktrail.planner.Planned.keep;
import static io.asktrail.planner.Planned.lines;
import static io.asktrail.planner.Planned.planOf;
import static io.asktrail.planner.Planned.refusalOf;
import static io.asktrail.planner.Planned.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.task.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasisOfRevenueTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";

    @Test
    void revenueIsAttributedSalesWhereAdsKnowEverythingAskedFor() {
        var planned = planOf(task("revenue").groupBy(by("category")).build());

        assertThat(planned.notes())
                .contains(Note.method(
                                "basis_attributed_sales", "Revenue for ROAS is " + label("attributed_sales") + ".")
                        .about(Map.of(
                                Note.SAID,
                                new NoteValue.Parts(List.of(NoteValue.Part.of(
                                        "basis",
                                        Map.of(
                                                "metric", NoteValue.metric(new MetricId("revenue")),
                                                "basis", NoteValue.metric(new MetricId("attributed_sales")))))))));
    }

    @Test
    void revenueByCityCountsOnlyOrdersThatACampaignBrought() {
        // Given
        var task = task("revenue").groupBy(by("city")).build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; by city; where campaign contains ; " + OCTOBER,
                        "calc1 = sales1; with net_sales=gross_sales-refunds, revenue=net_sales; show revenue;"
                                + " order revenue DESC, city ASC");
        assertThat(planOf(task).notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("basis_net_sales");
            assertThat(note.text()).contains("attributed to an ad campaign");
        });
    }

    @Test
    void aFilterThatAdsLackMovesTheBasisTooAndSpendCannotFollow() {
        // Given: spend knows no city, so ROAS as a whole has no path.
        var refused = refusalOf(task("roas").entities(keep("city", "Pune")).build());

        // Then
        assertThat(refused.code()).isEqualTo(ErrorCode.NO_PATH);
        assertThat(refused.nearest()).containsExactly(task("roas").build());
    }

    @Test
    void allOrdersAndAttributedOrdersStandSideBySideWithoutMixing() {
        // Given
        var task = task("net_sales revenue").groupBy(by("city")).build();

        // Then
        assertThat(lines(task))
                .containsExactly(
                        "sales1 = query; gross_sales, refunds; by city; " + OCTOBER,
                        "calc1 = sales1; with net_sales=gross_sales-refunds; show net_sales",
                        "sales2 = query; gross_sales, refunds; by city; where campaign contains ; " + OCTOBER,
                        "calc2 = sales2; with net_sales=gross_sales-refunds, revenue=net_sales; show revenue",
                        "calc3 = calc1 + calc2; on city; show net_sales, revenue; order net_sales DESC, city ASC");
    }

    @Test
    void oneBasisHoldsForTheWholeAnswer() {
        // Given: a condition that only sales know, on a grouping that both know.
        var task = task("revenue net_sales")
                .groupBy(by("category"))
                .filters(List.of(filter("fulfilment", Operator.NE, "FBA")))
                .build();

        // Then
        assertThat(planOf(task).notes()).extracting(Note::code).containsExactly("basis_net_sales");
    }

    @Test
    void whereNoBasisHonoursAConditionTheOneThatHasTheGrainIsOfferedWithoutIt() {
        // When: sales know cities and no placements
        var refused = refusalOf(task("revenue")
                .groupBy(by("city"))
                .entities(keep("placement", "Top of Search"))
                .build());

        // Then
        assertThat(refused.reason()).isEqualTo("No source can narrow revenue for ROAS to chosen values of placement.");
        assertThat(refused.nearest())
                .containsExactly(task("revenue").groupBy(by("city")).build());
    }

    private static String label(String metric) {
        return Planned.DEMO.metric(Planned.metrics(metric).getFirst()).names().english();
    }
}
