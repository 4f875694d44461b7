package io.asktrail.compute;

import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.Names;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.registry.calendar.CalendarDefinition;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Rounding;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.schema.TableId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A small shop's vocabulary, and short ways to write tables and steps of it. */
final class Shop {
    static final Calculator CALCULATOR = new Calculator(() -> registry());

    private Shop() {}

    static Registry registry() {
        var metrics = new TreeMap<MetricId, MetricDefinition>();
        for (var metric : List.of(
                measured("spend", "Ad spend", "INR", Aggregate.SUM, 2),
                measured("clicks", "Clicks", "count", Aggregate.SUM, 0),
                measured("attributed_sales", "Attributed sales", "INR", Aggregate.SUM, 2),
                measured("net_sales", "Net sales", "INR", Aggregate.SUM, 2),
                measured("customers", "Customers", "count", Aggregate.COUNT_DISTINCT, 0),
                ratio("roas", "ratio", "revenue/spend", GoodDirection.UP),
                ratio("cpc", "INR", "spend/clicks", GoodDirection.DOWN),
                ratio("acos", "percent", "spend/attributed_sales", GoodDirection.DOWN),
                metric(
                        "revenue",
                        "Revenue",
                        "INR",
                        Additivity.ADDITIVE,
                        2,
                        GoodDirection.UP,
                        new Derivation.FirstAvailable(List.of(metric("attributed_sales"), metric("net_sales")))))) {
            metrics.put(metric.id(), metric);
        }
        var dimensions = new TreeMap<DimensionId, DimensionDefinition>();
        for (var name : List.of("date", "campaign", "channel", "product")) {
            var kind = name.equals("date") ? DimensionDefinition.Kind.TIME : DimensionDefinition.Kind.CATEGORY;
            dimensions.put(
                    new DimensionId(name),
                    new DimensionDefinition(
                            new DimensionId(name), names(name), kind, name, List.of(), List.of(), null, false));
        }
        var calendar = new CalendarDefinition(ZoneId.of("Asia/Kolkata"), DayOfWeek.MONDAY, Month.APRIL, 28, List.of());
        return new Registry(
                "test",
                metrics,
                dimensions,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                new BusinessCalendar(calendar));
    }

    private static MetricDefinition measured(String id, String label, String unit, Aggregate aggregate, int scale) {
        var additivity = aggregate == Aggregate.SUM ? Additivity.ADDITIVE : Additivity.NON_ADDITIVE;
        var measure = new Measure(new TableId("shop.facts"), aggregate, id, List.of());
        return metric(
                id,
                label,
                unit,
                additivity,
                scale,
                GoodDirection.UP,
                new Derivation.Measured(List.of(measure), Window.PERIOD));
    }

    private static MetricDefinition ratio(String id, String unit, String formula, GoodDirection good) {
        return metric(
                id,
                id.toUpperCase(java.util.Locale.ROOT),
                unit,
                Additivity.RATIO,
                4,
                good,
                new Derivation.Ratio(Formula.parse(formula)));
    }

    private static MetricDefinition metric(
            String id,
            String label,
            String unit,
            Additivity additivity,
            int scale,
            GoodDirection good,
            Derivation derivation) {
        return new MetricDefinition(
                metric(id),
                names(label),
                Unit.parse(unit),
                good,
                additivity,
                new Rounding(scale, RoundingMode.HALF_UP),
                label,
                "test",
                derivation);
    }

    private static Names names(String label) {
        return new Names(Map.of("en", label), Map.of());
    }

    static MetricId metric(String id) {
        return new MetricId(id);
    }

    static StepId step(String id) {
        return new StepId(id);
    }

    /** A table written as lines: the header's ids, then rows; {@code -} is an empty cell. */
    static Table table(String text) {
        var lines = text.strip().lines().map(line -> line.strip().split("\\s+")).toList();
        var columns = Arrays.stream(lines.getFirst()).map(Shop::column).toList();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var line : lines.subList(1, lines.size())) {
            var row = new ArrayList<@Nullable Object>();
            for (var i = 0; i < line.length; i++) {
                row.add(cell(columns.get(i), line[i]));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static @Nullable Object cell(Column column, String text) {
        return text.equals("-")
                ? null
                : switch (column.type()) {
                    case TEXT -> text;
                    case NUMBER -> new BigDecimal(text);
                    case DATE -> LocalDate.parse(text);
                };
    }

    private static Column column(String id) {
        var base = Vocabulary.baseOf(id);
        var type = id.equals("date")
                ? ColumnType.DATE
                : List.of("campaign", "channel", "product").contains(base) ? ColumnType.TEXT : ColumnType.NUMBER;
        return new Column(id, id, type, null);
    }

    static StepResult run(StepInputs inputs, Table left, Table right) {
        return CALCULATOR.compute(call(), request(inputs, left, right));
    }

    static CallContext call() {
        var caller = new Caller("tester", List.of(), List.of("*"), List.of(), List.of());
        return new CallContext(caller, new Deadline(Instant.now().plusSeconds(60)), "key");
    }

    static ComputeRequest request(StepInputs inputs, Table left, Table right) {
        var step = new Step(step("calc"), ToolRef.parse("compute.any"), inputs);
        return new ComputeRequest(step, Map.of(step("left"), left, step("right"), right));
    }

    static StepResult.Rows rows(StepInputs inputs, Table left, Table right) {
        return (StepResult.Rows) run(inputs, left, right);
    }

    /** The table as lines again, with plain digits, and the totals as a last line after {@code =}. */
    static List<String> lines(Table table) {
        var lines = new ArrayList<String>();
        lines.add(String.join(" ", table.columns().stream().map(Column::id).toList()));
        table.rows().forEach(row -> lines.add(line(row)));
        if (table.totals() != null) {
            lines.add("= " + line(table.totals()));
        }
        return lines;
    }

    private static String line(List<?> cells) {
        return String.join(" ", cells.stream().map(Shop::text).toList());
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "-";
            case BigDecimal number -> number.toPlainString();
            default -> cell.toString();
        };
    }
}
