package io.asktrail.planner;

import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import java.util.List;
import java.util.Optional;

/**
 * "The five biggest campaigns, day by day": the groups are ranked over the whole period, and the series are those of the
 * winners. A condition on a number picks groups, so it belongs to the ranking.
 *
 * @param ranking the same question without the days
 * @param series the same question without the ranking
 */
record RankedSeries(TaskSpec ranking, TaskSpec series) {

    static Optional<RankedSeries> of(TaskSpec task, Registry registry) {
        var groups = task.groupBy().stream()
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .toList();
        var isSeries = task.isSeries() || task.groupBy().contains(TaskSpec.DATE);
        if (!isSeries || groups.isEmpty() || task.limit() == null) {
            return Optional.empty();
        }
        var onRows = task.filters().stream()
                .filter(filter -> !registry.isMetric(filter.field()))
                .toList();
        var period = task.period();
        var ranking = task.toBuilder()
                .intent(Intent.ANALYTICS_QUERY)
                .time(new Period(period.start(), period.end(), period.tz(), period.range(), null))
                .groupBy(groups)
                .compare(null)
                .calculations(List.of())
                .orderBy(task.orderBy().stream()
                        .filter(ordering -> !ordering.field().asDimension().equals(TaskSpec.DATE))
                        .toList())
                .build();
        var series =
                task.toBuilder().filters(onRows).orderBy(List.of()).limit(null).build();
        return Optional.of(new RankedSeries(ranking, series));
    }
}
