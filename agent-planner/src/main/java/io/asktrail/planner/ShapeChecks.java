package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import java.util.List;
import java.util.Optional;

/** Rows that stand for others and members that become columns: which questions have such tables. */
final class ShapeChecks {
    private ShapeChecks() {}

    static Optional<Turned> others(TaskSpec task) {
        if (task.limit() == null || groups(task).isEmpty()) {
            return turned(
                    "The others are who a ranking leaves out: say what is ranked (group_by) and how many are to have a row"
                            + " of their own (limit).",
                    without(task, Kind.OTHERS));
        }
        return task.isSeries() || task.groupBy().contains(TaskSpec.DATE)
                ? turned("Days have no others: ask for the ranking of the whole period.", without(task, Kind.OTHERS))
                : Optional.empty();
    }

    static Optional<Turned> pivot(TaskSpec task, Calculation pivot) {
        var across = pivot.of();
        if (across == null || pivot.metric() == null || !groups(task).contains(across)) {
            return turned(
                    "A pivot names its metric and, in 'of', the dimension of group_by whose members become columns.",
                    without(task, Kind.PIVOT));
        }
        var rows = groups(task).size() + (task.isSeries() ? 1 : 0) - 1;
        if (rows != 1
                || task.metrics().size() != 1
                || task.compare() != null
                || task.calculations().size() != 1) {
            return turned(
                    "A pivot shows one metric by two things, with nothing compared or worked out beside it.",
                    without(task, Kind.PIVOT));
        }
        return Optional.empty();
    }

    private static List<DimensionId> groups(TaskSpec task) {
        return task.groupBy().stream()
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .toList();
    }

    private static TaskSpec without(TaskSpec task, Kind kind) {
        return task.toBuilder()
                .calculations(task.calculations().stream()
                        .filter(calculation -> calculation.kind() != kind)
                        .toList())
                .build();
    }

    private static Optional<Turned> turned(String reason, TaskSpec instead) {
        return Optional.of(new Turned(ErrorCode.NO_PATH, reason, List.of(instead)));
    }
}
