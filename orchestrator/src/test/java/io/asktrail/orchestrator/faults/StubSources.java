package io.asktrail.orchestrator.faults;

import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that depend on the day alone: spend is its day of the year, gross sales ten times that, refunds one. */
final class StubSources {
    private static final List<String> CHANNELS = List.of("SB", "SP");
    private static final StepId ADS = new StepId("ads1");
    private static final StepId SALES = new StepId("sales1");

    private StubSources() {}

    static BigDecimal spend(LocalDate day) {
        return BigDecimal.valueOf(day.getDayOfYear());
    }

    static BigDecimal netSales(LocalDate day) {
        return BigDecimal.valueOf(10L * day.getDayOfYear() - 1);
    }

    static StepResult ads(FetchRequest request) {
        return rows(List.of("spend"), List.of(spend(day(request))));
    }

    static StepResult sales(FetchRequest request) {
        return rows(
                List.of("gross_sales", "refunds"),
                List.of(netSales(day(request)).add(BigDecimal.ONE), BigDecimal.ONE));
    }

    private static LocalDate day(FetchRequest request) {
        return request.inputs().dateRange().start();
    }

    /** Spend and net sales side by side, or what of them the step asks for. */
    static StepResult joined(ComputeRequest request) {
        var shown = ((StepInputs.Aggregate) request.step().inputs())
                .select().stream().map(Object::toString).toList();
        var numbers = shown.stream()
                .map(metric -> metric.equals("spend") ? spendOf(request.inputs()) : netSalesOf(request.inputs()))
                .toList();
        return rows(shown, numbers);
    }

    private static BigDecimal spendOf(Map<StepId, Table> inputs) {
        return cell(inputs, ADS, "spend");
    }

    private static BigDecimal netSalesOf(Map<StepId, Table> inputs) {
        return cell(inputs, SALES, "gross_sales").subtract(cell(inputs, SALES, "refunds"));
    }

    private static BigDecimal cell(Map<StepId, Table> inputs, StepId step, String column) {
        var table = inputs.get(step);
        if (table == null) {
            throw new IllegalStateException("%s is to be worked out without %s".formatted(column, step));
        }
        var number = table.number(0, table.indexOf(column).orElseThrow());
        return number == null ? BigDecimal.ZERO : number;
    }

    private static StepResult rows(List<String> metrics, List<BigDecimal> numbers) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("channel", "Ad channel", ColumnType.TEXT, null));
        metrics.forEach(metric -> columns.add(new Column(metric, metric, ColumnType.NUMBER, "INR")));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var channel : CHANNELS) {
            var row = new ArrayList<@Nullable Object>();
            row.add(channel);
            row.addAll(numbers);
            rows.add(row);
        }
        return new StepResult.Rows(
                new Table(columns, rows), rows.size(), false, null, List.of(), "select", List.of(), 1);
    }
}
