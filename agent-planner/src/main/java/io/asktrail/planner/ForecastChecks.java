package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import java.util.List;
import java.util.Optional;

/** What a forecast is made of: one number that adds up, by day, of everything that the question keeps. */
record ForecastChecks(Registry registry) {
    private static final int FARTHEST = 366;

    Optional<Turned> objection(TaskSpec task, Calculation forecast) {
        var horizon = forecast.horizonDays();
        if (forecast.metric() == null || horizon == null || horizon < 1 || horizon > FARTHEST) {
            return turned(
                    "A forecast needs a metric and how many days it looks ahead: horizon_days from 1 to %d."
                            .formatted(FARTHEST),
                    List.of());
        }
        if (task.metrics().size() != 1 || task.calculations().size() != 1) {
            return turned(
                    "One number is forecast at a time, with nothing else worked out beside it.",
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
                    "%s cannot be added up over days, so it has no forecast: ask for the forecast of what it is made of."
                            .formatted(metric.names().english()),
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
                        "A forecast is of the whole by day: without groups, a comparison, a limit or conditions on"
                                + " numbers. Keep one channel, campaign or state to see its own.",
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

    private static Optional<Turned> turned(String reason, List<TaskSpec> instead) {
        return Optional.of(new Turned(ErrorCode.NO_PATH, reason, instead));
    }
}
