package io.asktrail.insights;

import io.asktrail.contracts.agent.InsightsAgent.FindingsRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks with rows that a test writes down, and what they come to. */
final class Looked {
    static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    static final LocalDate FROM = LocalDate.of(2025, 10, 1);
    static final LocalDate TO = LocalDate.of(2025, 10, 31);

    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private final TaskSpec task;
    private final List<Observation> seen = new ArrayList<>();

    private Looked(TaskSpec task) {
        this.task = task;
    }

    static Looked at(Diagnosis.Kind kind, Period period, String... metrics) {
        return new Looked(new TaskSpec.Builder(Intent.DIAGNOSTICS, ids(metrics), period)
                .diagnosis(new Diagnosis(kind))
                .build());
    }

    /** October against September. */
    static Looked change(String metric) {
        return at(Diagnosis.Kind.CHANGE, new Period(FROM, TO, INDIA, null, null), metric);
    }

    /** The first week of October against the week before. */
    static Looked week(String metric) {
        return at(Diagnosis.Kind.CHANGE, new Period(FROM, FROM.plusDays(6), INDIA, null, null), metric);
    }

    /** The whole of such a week. */
    Looked weekly(String metric, String row) {
        var look = look(metric, task.period())
                .compare(new Comparison(Comparison.Kind.PREVIOUS_PERIOD, FROM.minusDays(7), FROM.minusDays(1)))
                .build();
        var columns = List.of(
                new Column(metric, metric, ColumnType.NUMBER, null),
                new Column(metric + ".previous", metric, ColumnType.NUMBER, null));
        return add(look, columns, row);
    }

    static Period period(String from, String to, @Nullable String range) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), INDIA, range, null);
    }

    /** @param rows what the columns hold, first the member where there is one: {@code "SP 160 100"}; - for empty */
    Looked compared(String metrics, @Nullable String by, String... rows) {
        var columns = new ArrayList<Column>();
        if (by != null) {
            columns.add(new Column(by, by, ColumnType.TEXT, null));
        }
        for (var metric : metrics.split(" ")) {
            columns.add(new Column(metric, metric, ColumnType.NUMBER, null));
            columns.add(new Column(metric + ".previous", metric, ColumnType.NUMBER, null));
        }
        var look = look(metrics, task.period())
                .compare(new Comparison(
                        Comparison.Kind.PREVIOUS_PERIOD, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30)))
                .groupBy(by == null ? List.of() : List.of(new DimensionId(by)))
                .build();
        return add(look, columns, rows);
    }

    /** @param rows {@code "2025-10-01 SP 160"} */
    Looked days(String metrics, @Nullable String by, List<String> rows) {
        var columns = new ArrayList<Column>();
        columns.add(new Column("date", "Date", ColumnType.DATE, null));
        if (by != null) {
            columns.add(new Column(by, by, ColumnType.TEXT, null));
        }
        for (var metric : metrics.split(" ")) {
            columns.add(new Column(metric, metric, ColumnType.NUMBER, null));
        }
        var groups = new ArrayList<DimensionId>();
        groups.add(TaskSpec.DATE);
        if (by != null) {
            groups.add(new DimensionId(by));
        }
        var period = task.period();
        var look = look(metrics, new Period(period.start(), period.end(), INDIA, null, Grain.DAY))
                .groupBy(groups)
                .build();
        return add(look, columns, rows.toArray(String[]::new));
    }

    Looked table(String metrics, @Nullable String by, String... rows) {
        var columns = new ArrayList<Column>();
        if (by != null) {
            columns.add(new Column(by, by, ColumnType.TEXT, null));
        }
        for (var metric : metrics.split(" ")) {
            columns.add(new Column(metric, metric, ColumnType.NUMBER, null));
        }
        var look = look(metrics, task.period())
                .groupBy(by == null ? List.of() : List.of(new DimensionId(by)))
                .build();
        return add(look, columns, rows);
    }

    /** Rows split by several things. */
    Looked split(String metrics, List<DimensionId> by, String... rows) {
        var columns = new ArrayList<Column>();
        by.forEach(dimension -> columns.add(new Column(dimension.value(), dimension.value(), ColumnType.TEXT, null)));
        for (var metric : metrics.split(" ")) {
            columns.add(new Column(metric, metric, ColumnType.NUMBER, null));
        }
        return add(look(metrics, task.period()).groupBy(by).build(), columns, rows);
    }

    Looked missing() {
        seen.add(new Observation(
                look("spend", task.period()).build(),
                new StepResult.Missing(io.asktrail.contracts.error.ErrorCode.SOURCE_DOWN, "It is down.")));
        return this;
    }

    private Looked add(TaskSpec look, List<Column> columns, String... rows) {
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            var words = row.split(" ");
            var line = new ArrayList<@Nullable Object>();
            for (var i = 0; i < words.length; i++) {
                line.add(words[i].equals("-") ? null : cell(columns.get(i).type(), words[i]));
            }
            cells.add(line);
        }
        var table = new Table(columns, cells);
        seen.add(new Observation(
                look, new StepResult.Rows(table, rows.length, false, null, List.of(), null, List.of(), 0)));
        return this;
    }

    private static Object cell(ColumnType type, String word) {
        return switch (type) {
            case TEXT -> word;
            case NUMBER -> new BigDecimal(word);
            case DATE -> LocalDate.parse(word);
        };
    }

    private static TaskSpec.Builder look(String metrics, Period period) {
        return TaskSpec.query(ids(metrics.split(" ")), period);
    }

    private static List<MetricId> ids(String... metrics) {
        return Arrays.stream(metrics).map(MetricId::new).toList();
    }

    StepResult result() {
        var call = new CallContext(
                new Caller("asha", List.of(), List.of("*"), List.of(), List.of()),
                Deadline.in(Duration.ofSeconds(5), Clock.systemUTC()),
                "key");
        return new Insights(() -> REGISTRY).findings(call, new FindingsRequest(task, seen));
    }

    Found found() {
        return new Found(((StepResult.Rows) result()).table());
    }

    /** The table that came of it. */
    record Found(Table table) {
        /** The rows with these columns, blanks between; - for empty. */
        List<String> rows(String columns) {
            return table.rows().stream().map(row -> line(row, columns)).toList();
        }

        private String line(List<@Nullable Object> row, String columns) {
            return String.join(
                    " ",
                    Arrays.stream(columns.split(" "))
                            .map(column -> row.get(table.indexOf(column).orElseThrow()))
                            .map(cell -> cell == null
                                    ? "-"
                                    : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString())
                            .toList());
        }
    }
}
