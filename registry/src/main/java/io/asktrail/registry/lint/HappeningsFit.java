package io.asktrail.registry.lint;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Unit;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a metric happens to is counted by another metric. */
final class HappeningsFit implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream()
                .flatMap(metric -> IntStream.range(0, metric.value().happensTo().size())
                        .boxed()
                        .flatMap(i -> faults(metric, i, draft)));
    }

    private static Stream<Finding> faults(Defined<MetricDefinition> metric, int i, Draft draft) {
        var things = metric.value().happensTo().get(i);
        var at = "/happens_to/" + i;
        if (things.equals(metric.value().id())) {
            return Stream.of(metric.at(at, "%s happens to other things than itself".formatted(things)));
        }
        if (!draft.names(things)) {
            return Stream.of(metric.at(at, "no file defines the metric '%s'".formatted(things)));
        }
        return isCount(things, draft)
                ? Stream.empty()
                : Stream.of(metric.at(at, "%s counts no things that anything could happen to".formatted(things)));
    }

    // A file that could not be read is told by another check.
    private static boolean isCount(MetricId things, Draft draft) {
        return draft.registry()
                .findMetric(things)
                .map(found -> found.unit() instanceof Unit.Count)
                .orElse(true);
    }
}
