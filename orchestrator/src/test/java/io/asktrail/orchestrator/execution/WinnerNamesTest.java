package io.asktrail.orchestrator.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a step is told of the steps before it. */
class WinnerNamesTest {
    private static final StepId RANK = new StepId("rank1");
    private static final Step BEHIND_A_LEAD = step(",\"lead\":{\"first\":2,\"by\":\"net_sales\"}");
    private static final Step OF_WINNERS = step("");

    private static Step step(String lead) {
        return JsonMapper.shared().readValue("""
            {"id":"ads1","tool":"amazon_ads_api.get_product_metrics","inputs":{"metrics":["spend"],
             "group_by":["product"],"date_range":"2025-10-01..2025-10-31","tz":"Asia/Kolkata",
             "only":{"of":"rank1","dimension":"product"%s}}}\
            """.formatted(lead), Step.class);
    }

    private static Table ranked(@Nullable Object... namesAndNumbers) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var i = 0; i < namesAndNumbers.length; i += 2) {
            rows.add(Arrays.asList(
                    namesAndNumbers[i],
                    new BigDecimal(
                            Objects.requireNonNull(namesAndNumbers[i + 1]).toString())));
        }
        return new Table(
                List.of(
                        new Column("product", "Product", ColumnType.TEXT, null),
                        new Column("net_sales", "Net sales", ColumnType.NUMBER, "INR")),
                rows);
    }

    private static @Nullable List<String> namesTold(Step step, Table ranking) {
        var told = (Fetch) WinnerNames.toldTo(step, Map.of(RANK, ranking)).inputs();
        return told.only() == null ? null : told.only().values();
    }

    @Test
    void namesTheGroupsBehindASureLead() {
        assertThat(namesTold(BEHIND_A_LEAD, ranked("B", "9", "A", "1"))).containsExactly("A", "B");
    }

    @Test
    void readsEveryGroupWhereTheLeadIsNotSure() {
        assertThat(namesTold(BEHIND_A_LEAD, ranked("B", "9", "A", "0"))).isNull();
        assertThat(namesTold(BEHIND_A_LEAD, ranked("B", "9"))).isNull();
        assertThat(namesTold(BEHIND_A_LEAD, ranked("B", "9", "A", "1", "C", "0")))
                .isNull();
        assertThat(namesTold(BEHIND_A_LEAD, ranked("B", "9", null, "1"))).isNull();
    }

    @Test
    void namesAllThatARankingFound() {
        assertThat(namesTold(OF_WINNERS, ranked("B", "0"))).containsExactly("B");
    }

    @Test
    void readsEveryGroupWhereOneHasNoNameOrNoneWasFound() {
        assertThat(namesTold(OF_WINNERS, ranked("B", "5", null, "4"))).isNull();
        assertThat(namesTold(OF_WINNERS, ranked())).isNull();
        assertThat(((Fetch) WinnerNames.toldTo(OF_WINNERS, Map.of()).inputs()).only())
                .isNull();
    }

    @Test
    void aStepThatTakesAllGroupsStaysAsItIs() {
        // Given
        var all = new Step(OF_WINNERS.id(), OF_WINNERS.tool(), ((Fetch) OF_WINNERS.inputs()).of(null));

        // When, Then
        assertThat(WinnerNames.toldTo(all, Map.of())).isSameAs(all);
    }

    @Test
    void aStepIsGivenTheDaysThatWereHeldOfEachNumber() {
        // Given: one number read from two tables, another from one of them
        var both = rows("2025-09-01", "2025-11-10", "spend", "clicks");
        var one = rows("2025-10-01", "2025-11-15", "spend");

        // When
        var given = Given.to(OF_WINNERS, Map.of(new StepId("a"), both, new StepId("b"), one));

        // Then
        assertThat(given.held())
                .containsOnly(
                        Map.entry(new MetricId("spend"), DateRange.parse("2025-10-01..2025-11-10")),
                        Map.entry(new MetricId("clicks"), DateRange.parse("2025-09-01..2025-11-10")));
    }

    private static StepResult rows(String from, String to, String... metrics) {
        var columns = Arrays.stream(metrics)
                .map(metric -> new Column(metric, metric, ColumnType.NUMBER, null))
                .toList();
        var freshness = new Freshness("Ads", LocalDate.parse(from), LocalDate.parse(to), null, null);
        return new StepResult.Rows(new Table(columns, List.of()), 0, false, freshness, List.of(), null, List.of(), 0);
    }
}
