package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import io.asktrail.planner.saying.PlannerSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.wording.Said;
import java.util.List;
import java.util.Optional;

/** What a forecast is made of: one number that adds up, by day, of everything that the question keeps. */
record ForecastChecks(Registry registry) {
    private static final int FARTHEST = 366;

    Optional<Turned> objection(TaskSpec task, Calculation forecast) {
        var horizon = forecast.horizonDays();
        if (forecast.metric() == null || horizon == null || horizon < 1 || horizon > FARTHEST) {
            return turned(Said.of(PlannerSaying.FORECAST_OF_WHAT).number(FARTHEST), List.of());
        }
        if (task.metrics().size() != 1 || task.calculations().size() != 1) {
            return turned(
                    Said.of(PlannerSaying.FORECAST_OF_ONE),
                    task.metrics().stream()
                            .limit(3)
                            .map(metric -> alone(task)
                                    .metrics(List.of(metric))
                                    .calculations(List.of(
                                            new Calculation(Calculation.Kind.FORECAST, metric, null, null, horizon)))
                                    .build())
                            .toList());
        }
        var metric = registry.metric(forecast.metric());
        if (metric.additivity() != Additivity.ADDITIVE) {
            return turned(
                    Said.of(PlannerSaying.FORECAST_NOT_ADDED_UP).metric(metric.id()),
                    metric.derivation().inputs().stream()
                            .map(input -> alone(task)
                                    .metrics(List.of(input))
                                    .calculations(List.of(
                                            new Calculation(Calculation.Kind.FORECAST, input, null, null, horizon)))
                                    .build())
                            .toList());
        }
        return isPlain(task)
                ? Optional.empty()
                : turned(
                        Said.of(PlannerSaying.FORECAST_OF_WHOLE),
                        List.of(alone(task).build()));
    }

    private boolean isPlain(TaskSpec task) {
        var grain = task.period().grain();
        return grain == Grain.DAY
                && task.compare() == null
                && task.limit() == null
                && task.groupBy().stream().allMatch(TaskSpec.DATE::equals)
                && task.orderBy().stream()
                        .allMatch(order -> order.field().asDimension().equals(TaskSpec.DATE))
                && task.filters().stream().noneMatch(filter -> registry.isMetric(filter.field()));
    }

    private TaskSpec.Builder alone(TaskSpec task) {
        var time = task.period();
        return task.toBuilder()
                .time(new Period(time.start(), time.end(), time.tz(), time.range(), Grain.DAY))
                .compare(null)
                .groupBy(List.of())
                .orderBy(List.of())
                .limit(null)
                .filters(task.filters().stream()
                        .filter(filter -> !registry.isMetric(filter.field()))
                        .toList());
    }

    private static Optional<Turned> turned(Said reason, List<TaskSpec> instead) {
        return Optional.of(new Turned(ErrorCode.NO_PATH, reason, instead));
    }
}
