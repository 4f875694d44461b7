package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.Winners;
import io.asktrail.contracts.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells a fetch the names of the groups that an earlier step found. Where they are not sure, not named, too many, or not
 * there, the fetch reads all groups: the steps after it give the same numbers, from more rows.
 */
final class WinnerNames {
    /** The most names a statement compares with; reading all groups costs no more than that. */
    private static final int MOST_NAMES = 1_000;

    private WinnerNames() {}

    static Step toldTo(Step step, Map<StepId, Table> present) {
        if (!(step.inputs() instanceof Fetch fetch) || fetch.only() == null) {
            return step;
        }
        var only = fetch.only();
        var told = names(only, present.get(only.of())).map(only::named).orElse(null);
        return new Step(step.id(), step.tool(), fetch.of(told));
    }

    private static Optional<List<String>> names(Winners only, @org.jspecify.annotations.Nullable Table table) {
        if (table == null || (only.lead() != null && !only.lead().isKeptIn(table, only.dimension()))) {
            return Optional.empty();
        }
        return names(table, only.dimension());
    }

    private static Optional<List<String>> names(Table table, DimensionId dimension) {
        var column = table.indexOf(dimension.value());
        if (column.isEmpty() || table.size() == 0 || table.size() > MOST_NAMES) {
            return Optional.empty();
        }
        var cells = table.rows().stream().map(row -> row.get(column.getAsInt())).toList();
        return cells.stream().anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(
                        cells.stream().map(Object::toString).distinct().sorted().toList());
    }
}
