package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import io.asktrail.planner.saying.PlannerSaying;
import io.asktrail.registry.wording.Said;
import java.util.List;
import java.util.Optional;

/** Rows that stand for others and members that become columns: which questions have such tables. */
final class ShapeChecks {
    private ShapeChecks() {}

    static Optional<Turned> others(TaskSpec task) {
        if (task.limit() == null || groups(task).isEmpty()) {
            return turned(PlannerSaying.OTHERS_OF_WHAT, without(task, Kind.OTHERS));
        }
        return task.isSeries() || task.groupBy().contains(TaskSpec.DATE)
                ? turned(PlannerSaying.DAYS_HAVE_NO_OTHERS, without(task, Kind.OTHERS))
                : Optional.empty();
    }

    static Optional<Turned> pivot(TaskSpec task, Calculation pivot) {
        var across = pivot.of();
        if (across == null || pivot.metric() == null || !groups(task).contains(across)) {
            return turned(PlannerSaying.PIVOT_OF_WHAT, without(task, Kind.PIVOT));
        }
        var rows = groups(task).size() + (task.isSeries() ? 1 : 0) - 1;
        if (rows != 1
                || task.metrics().size() != 1
                || task.compare() != null
                || task.calculations().size() != 1) {
            return turned(PlannerSaying.PIVOT_OF_ONE, without(task, Kind.PIVOT));
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

    private static Optional<Turned> turned(PlannerSaying reason, TaskSpec instead) {
        return Optional.of(new Turned(ErrorCode.NO_PATH, Said.of(reason), List.of(instead)));
    }
}
