package io.asktrail.guardrails.masking;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.answer.Figure;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.draft.DraftGuard;
import io.asktrail.registry.policy.Access;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskingTest {
    private static final Access MASKED =
            new Access(Set.of(), Set.of(), Set.of(), true, false, Set.of(new DimensionId("customer")));
    private static final Access CLEAR = new Access(Set.of(), Set.of(), Set.of(), true, true, Set.of());
    private static final Table TABLE = new Table(
            List.of(
                    new Column("customer", "Customer", ColumnType.TEXT, null),
                    new Column("customer.name", "Customer name", ColumnType.TEXT, null),
                    new Column("customers_of", "Shop", ColumnType.TEXT, null),
                    new Column("search_term", "Search term", ColumnType.TEXT, null),
                    new Column("spend", "Ad spend", ColumnType.NUMBER, "INR")),
            List.of(
                    List.of("C-17", "Asha Rao", "Delhi", "call 98765 43210", new BigDecimal("9876543210")),
                    List.of("C-18", "Ravi", "Mumbai", "kurta 42", new BigDecimal("5"))),
            List.of("C-17", "Asha", "all", "asha@example.com", new BigDecimal("9876543215")));

    @Test
    void hidesPersonalDimensionsWholeAndPersonalDataInOtherCells() {
        // When
        var table = Masking.of(MASKED).table(TABLE);

        // Then
        assertThat(table.rows())
                .containsExactly(
                        List.of("[hidden]", "[hidden]", "Delhi", "call [phone hidden]", new BigDecimal("9876543210")),
                        List.of("[hidden]", "[hidden]", "Mumbai", "kurta 42", new BigDecimal("5")));
        assertThat(table.totals())
                .containsExactly("[hidden]", "[hidden]", "all", "[mail hidden]", new BigDecimal("9876543215"));
        assertThat(table.columns()).isEqualTo(TABLE.columns());
    }

    @Test
    void showsEverythingToARoleThatMaySeeIt() {
        assertThat(Masking.of(CLEAR).table(TABLE)).isEqualTo(TABLE);
        assertThat(Masking.of(CLEAR).text("asha@example.com")).isEqualTo("asha@example.com");
        assertThat(Masking.of(CLEAR).textOrNull("asha@example.com")).isEqualTo("asha@example.com");
        assertThat(new DraftMasking(Masking.of(CLEAR)).of(draft())).isEqualTo(draft());
    }

    @Test
    void leavesATableWithoutTotalsWithout() {
        assertThat(Masking.of(MASKED)
                        .table(new Table(TABLE.columns(), TABLE.rows()))
                        .totals())
                .isNull();
        assertThat(Masking.of(MASKED).textOrNull(null)).isNull();
    }

    // "98765 43210" is 11 characters long and "[phone hidden]" 14.
    private static Draft draft() {
        return new Draft(
                "5 for 98765 43210 and 9876543215 of ad spend.",
                List.of(
                        new Figure(0, 1, new BigDecimal("5"), 1, "spend", null),
                        new Figure(6, 11, new BigDecimal("98765"), 0, "spend", null),
                        new Figure(22, 32, new BigDecimal("9876543215"), null, "spend", null)),
                TABLE,
                new Chart(Map.of(
                        "$schema", "https://vega.github.io/schema/vega-lite/v6.json?at=asha@example.com",
                        "title", "By asha@example.com",
                        "data", Map.of("values", List.of(Map.of("v", "asha@example.com", "n", 5))))),
                "For asha@example.com.",
                List.of(new Caveat("c", "Without asha@example.com.")),
                List.of());
    }

    @Test
    void hidesInEveryPartOfADraftAndMovesTheFiguresAlong() {
        // When
        var masked = new DraftMasking(Masking.of(MASKED)).of(draft());

        // Then
        assertThat(masked.text()).isEqualTo("5 for [phone hidden] and 9876543215 of ad spend.");
        assertThat(masked.figures())
                .containsExactly(
                        new Figure(0, 1, new BigDecimal("5"), 1, "spend", null),
                        new Figure(25, 35, new BigDecimal("9876543215"), null, "spend", null));
        assertThat(masked.text().substring(25, 35)).isEqualTo("9876543215");
        assertThat(masked.method()).isEqualTo("For [mail hidden].");
        assertThat(masked.caveats()).containsExactly(new Caveat("c", "Without [mail hidden]."));
        assertThat(masked.chart()).isNotNull().extracting(Chart::spec).satisfies(spec -> {
            assertThat(spec).containsEntry("title", "By [mail hidden]");
            assertThat(spec.get("$schema"))
                    .isEqualTo("https://vega.github.io/schema/vega-lite/v6.json?at=asha@example.com");
            assertThat(spec.get("data")).isEqualTo(Map.of("values", List.of(Map.of("v", "[mail hidden]", "n", 5))));
        });
    }

    @Test
    void theLastDoorStopsWhatIsNotMaskedForThoseWhoMayNotSeeIt() {
        // Given
        var task = TaskSpec.query(
                        List.of(new MetricId("spend")),
                        new Period(LocalDate.EPOCH, LocalDate.EPOCH, ZoneOffset.UTC, null, null))
                .build();
        var guard = new DraftGuard();

        // Then
        assertThat(rulesThatStop(guard.review(draft(), task, MASKED))).contains("draft.personal_data_masked");
        assertThat(rulesThatStop(guard.review(draft(), task, CLEAR))).doesNotContain("draft.personal_data_masked");
        assertThat(rulesThatStop(guard.review(new DraftMasking(Masking.of(MASKED)).of(draft()), task, MASKED)))
                .doesNotContain("draft.personal_data_masked");
    }

    private static List<String> rulesThatStop(List<RuleVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.passed())
                .map(RuleVerdict::rule)
                .toList();
    }
}
