package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the steps before give a step.
 *
 * @param tables the rows of the steps that it names
 * @param held the days that the sources hold of what was fetched in the run
 */
record Given(Map<StepId, Table> tables, Map<MetricId, DateRange> held) {
    private static final Pattern METRIC = Pattern.compile("[a-z][a-z0-9_]*");

    Given {
        tables = Map.copyOf(tables);
        held = Map.copyOf(held);
    }

    static Given to(Step step, Map<StepId, StepResult> earlier) {
        var tables = new HashMap<StepId, Table>();
        for (var need : step.inputs().needs()) {
            if (earlier.get(need) instanceof StepResult.Rows rows) {
                tables.put(need, rows.table());
            }
        }
        var held = new HashMap<MetricId, DateRange>();
        earlier.values().forEach(result -> {
            if (result instanceof StepResult.Rows rows) {
                addHeld(rows, held);
            }
        });
        return new Given(tables, held);
    }

    // A metric that was read from two tables is held on the days of both.
    private static void addHeld(StepResult.Rows rows, Map<MetricId, DateRange> held) {
        var days = heldIn(rows);
        if (days != null) {
            rows.table().columns().stream()
                    .filter(column -> column.type() == ColumnType.NUMBER)
                    .map(Column::id)
                    .filter(id -> METRIC.matcher(id).matches())
                    .forEach(id -> held.merge(new MetricId(id), days, Given::both));
        }
    }

    private static @Nullable DateRange heldIn(StepResult.Rows rows) {
        var freshness = rows.freshness();
        return freshness == null || freshness.coveredFrom() == null || freshness.coveredTo() == null
                ? null
                : new DateRange(freshness.coveredFrom(), freshness.coveredTo());
    }

    private static DateRange both(DateRange one, DateRange other) {
        var start = one.start().isAfter(other.start()) ? one.start() : other.start();
        var end = one.end().isBefore(other.end()) ? one.end() : other.end();
        return end.isBefore(start) ? one : new DateRange(start, end);
    }
}
