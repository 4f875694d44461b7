package io.asktrail.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.mcp.front.CardNames;
import io.asktrail.mcp.front.MetricCard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormulasTest {
    private static final Period DAY =
            new Period(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 1), ZoneOffset.UTC, null, null);

    private static MetricCard metric(String id, @Nullable String formula) {
        return new MetricCard(id, new CardNames(Map.of("en", id), null), "INR", "up", "", formula, null);
    }

    private static List<String> behind(List<MetricCard> catalogue, String... metrics) {
        var task = TaskSpec.query(List.of(metrics).stream().map(MetricId::new).toList(), DAY)
                .build();
        return Formulas.behind(task, catalogue).stream().map(MetricCard::id).toList();
    }

    @Test
    void goesDownToWhatIsMeasured() {
        var catalogue = List.of(
                metric("roas", "revenue / spend"),
                metric("revenue", "first available of attributed_sales, net_sales"),
                metric("net_sales", "gross_sales - refunds"),
                metric("spend", null),
                metric("attributed_sales", null),
                metric("gross_sales", null),
                metric("clicks", null));

        assertThat(behind(catalogue, "roas"))
                .containsExactly("roas", "revenue", "spend", "attributed_sales", "net_sales", "gross_sales");
    }

    @Test
    void namesNothingThatTheCallerMayNotSee() {
        assertThat(behind(List.of(metric("profit", "net_sales - cogs"), metric("net_sales", null)), "profit", "hidden"))
                .containsExactly("profit", "net_sales");
    }

    @Test
    void endsWhereFormulasGoRound() {
        assertThat(behind(List.of(metric("a", "b + 1"), metric("b", "a - 1")), "a"))
                .containsExactly("a", "b");
    }

    @Test
    void hasNoneForHelp() {
        assertThat(Formulas.behind(null, List.of(metric("a", null)))).isEmpty();
    }
}
