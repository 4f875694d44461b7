package io.asktrail.composer;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Help;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Freshness ORDERS = new Freshness(
            "Orders",
            LocalDate.parse("2025-10-05"),
            LocalDate.parse("2025-12-01"),
            null,
            LocalDate.parse("2025-10-25"));

    @Test
    void saysOfWhatAPercentileWasTakenAndHow() {
        // Given
        var run = new Run(Run.ask("median_order_value", "p90_order_value").build())
                .read(
                        "sales1",
                        List.of("median_order_value", "p90_order_value"),
                        Run.rows(Run.table("median_order_value p90_order_value\n 649.5 2199.1"), ORDERS));

        // When
        var draft = run.draft();

        // Then
        assertThat(draft.method())
                .contains(
                        "Median order value: the lines of each order are added up first (amount less refund amount); of these"
                                + " values it is the median (percentile_cont: between the two middle ones where their number is"
                                + " even).",
                        "it is percentile 90 (percentile_cont: in proportion between the two nearest).",
                        "never made of others.");
    }

    @Test
    void accountsForSourcesDaysFiltersJoinsAndFormulas() {
        // Given
        var task = Run.ask("blended_roas")
                .groupBy(List.of(Run.dimension("geo")))
                .entities(Entities.of(Run.dimension("channel"), List.of("SB", "SD")))
                .build();
        var unmatched = Note.caveat("unmatched_rows", "One row has no counterpart.");
        var run = new Run(task)
                .note(Note.method("basis_net_sales", "Revenue is net sales."))
                .note(unmatched)
                .read("ads1", List.of("spend"), Run.rows(Run.table("geo spend\n Delhi 2"), Run.ADS))
                .read(
                        "sales1",
                        List.of("gross_sales", "refunds"),
                        Run.rows(Run.table("geo gross_sales refunds\n Delhi 9 1"), ORDERS))
                .joined(
                        "calc1",
                        "ads1",
                        "sales1",
                        List.of("net_sales=gross_sales-refunds", "blended_roas=net_sales/spend"),
                        Run.rows(Run.table("geo blended_roas\n Delhi 4"), null, unmatched));

        // When
        var draft = run.draft();

        // Then
        assertThat(draft.method())
                .isEqualTo("Sources: Amazon Ads, by campaign (ad spend); Orders (gross sales and"
                        + " refunds). Days: 1–31 Oct 2025, both ends included, as dates in Asia/Kolkata. Filters: ad channel is SB"
                        + " or SD. Each source is added up first, then they are joined on state; rows without a counterpart stay."
                        + " Formulas: Net sales = Gross sales − Refunds; Blended ROAS = Net sales ÷ Ad spend. Revenue is net"
                        + " sales. Orders may still restate days from 25 Oct 2025 on. Numbers are exact decimals; each is"
                        + " rounded once, at the end, half up.");
        assertThat(draft.caveats())
                .containsExactly(
                        new Caveat("partial_coverage", "Orders covers only 5–31 Oct 2025 of 1–31 Oct 2025."),
                        new Caveat("provisional", "Numbers of Orders from 25 Oct 2025 on may still change."),
                        new Caveat("unmatched_rows", "One row has no counterpart."));
    }

    @Test
    void givesThePartThatIsThereAndSaysWhatIsMissing() {
        // Given
        var task = Run.ask("net_sales", "spend").build();
        var run = new Run(task)
                .read("ads1", List.of("spend"), Run.rows(Run.table("spend\n 2"), Run.ADS))
                .read(
                        "sales1",
                        List.of("net_sales"),
                        new StepResult.Missing(
                                ErrorCode.SOURCE_DOWN, "The warehouse does not answer: try again later."))
                .joined(
                        "calc1",
                        "ads1",
                        "sales1",
                        List.of(),
                        new StepResult.Missing(ErrorCode.INPUT_MISSING, "The rows of step sales1 are missing."));

        // When
        var draft = run.draft();

        // Then
        assertThat(draft.text())
                .isEqualTo("Ad spend was ₹2 in 1–31 Oct 2025. This is a part of the answer."
                        + " Net sales is missing: The warehouse does not answer: try again later.");
        assertThat(draft.caveats()).extracting(Caveat::code).containsExactly("source_down");
    }

    @Test
    void saysWhyThereIsNoAnswerAtAll() {
        // When
        var draft = new Run(Run.ask("spend").build())
                .read("ads1", List.of("spend"), new StepResult.Missing(ErrorCode.SOURCE_DOWN, "The store is down."))
                .draft();

        // Then
        assertThat(draft.text()).isEqualTo("There is no answer this time. Ad spend is missing: The store is down.");
        assertThat(draft.table()).isNull();
    }

    @Test
    void offersThreeQuestionsThatCanBeAnswered() {
        // When
        var offers = new Run(Run.ask("spend").build())
                .gave(Run.table("spend\n 2"))
                .draft()
                .followups();

        // Then: the period before, over time, and by the first small dimension the source has
        assertThat(offers).hasSize(3);
        assertThat(Objects.requireNonNull(offers.get(0).compare()).start()).isEqualTo("2025-09-01");
        assertThat(offers.get(1).isSeries()).isTrue();
        assertThat(offers.get(2).groupBy())
                .singleElement()
                .satisfies(split -> assertThat(Run.REGISTRY.tools().values())
                        .anyMatch(tool -> tool.capabilities().stream()
                                .anyMatch(capability -> capability.dimensions().contains(split)
                                        && capability.metrics().stream()
                                                .anyMatch(
                                                        metric -> metric.value().equals("spend")))));
    }

    @Test
    void explainsAMetricToThoseWhoMaySeeIt() {
        // When
        var roas = Run.help(Role.ADMIN, Help.Topic.METRIC, "roas").text();
        var profit = Run.help(Role.VIEWER, Help.Topic.METRIC, "gross_profit").text();

        // Then
        assertThat(roas)
                .startsWith("ROAS: Revenue for each rupee of ad spend. ROAS = Revenue for ROAS ÷ Ad spend")
                .contains("a plain ratio")
                .contains("performance-marketing");
        assertThat(profit)
                .isEqualTo("There is no metric called gross_profit that you can use."
                        + " Ask \"what can I ask\" for the list.");
    }

    @Test
    void explainsTheRest() {
        assertThat(Run.help(Role.ADMIN, Help.Topic.DIMENSION, "channel").text())
                .contains("Its values are SP, SB and SD.");
        assertThat(Objects.requireNonNull(Run.help(Role.VIEWER, Help.Topic.CATALOGUE, null)
                                .table())
                        .rows())
                .noneMatch(row -> row.contains("gross_profit"))
                .anyMatch(row -> row.contains("roas"));
        assertThat(Run.help(Role.ADMIN, Help.Topic.FRESHNESS, null, ORDERS).text())
                .isEqualTo("Orders covers 5 Oct – 1 Dec 2025; days from 25 Oct 2025 on may still change.");
        assertThat(Run.help(Role.ADMIN, Help.Topic.CALENDAR, null).text()).contains("Weeks start on Monday");
        assertThat(Run.help(Role.VIEWER, Help.Topic.EXAMPLES, null).text()).startsWith("For example: \"");
    }
}
