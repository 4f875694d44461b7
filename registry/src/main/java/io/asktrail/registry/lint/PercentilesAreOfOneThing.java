package io.asktrail.registry.lint;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Percentile;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.schema.RowCondition;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A percentile is taken per column that is there, over a period, and by a capability that gives no other kind of number:
 * one statement makes one value of each thing first, and what it left of the rows is enough for percentiles alone.
 */
final class PercentilesAreOfOneThing implements LintCheck {
    /** What a statement makes one value of each of. */
    private record Thing(String per, List<RowCondition> where) {}

    @Override
    public Stream<Finding> check(Draft draft) {
        return Stream.concat(
                draft.metrics().stream().flatMap(metric -> faults(metric, draft)),
                draft.tools().stream()
                        .flatMap(tool -> IntStream.range(
                                        0, tool.value().capabilities().size())
                                .boxed()
                                .flatMap(i -> mixed(tool, i, draft))));
    }

    private static Stream<Finding> faults(Defined<MetricDefinition> metric, Draft draft) {
        if (!(metric.value().derivation() instanceof Derivation.Measured measured) || !measured.isPercentile()) {
            return Stream.empty();
        }
        var window = measured.window() == Window.PERIOD
                ? Stream.<Finding>empty()
                : Stream.of(metric.at("/window", "a percentile is of the days of a period"));
        var columns = IntStream.range(0, measured.measures().size())
                .boxed()
                .flatMap(i -> column(metric, i, measured.measures().get(i), draft));
        return Stream.concat(window, columns);
    }

    private static Stream<Finding> column(Defined<MetricDefinition> metric, int i, Measure measure, Draft draft) {
        var at = "/measures/%d/percentile".formatted(i);
        var percentile = measure.percentile();
        var table = draft.registry().tables().get(measure.table());
        if (percentile == null) {
            return Stream.of(metric.at(at, "every table gives the percentile, or none does"));
        }
        return table == null || table.column(percentile.per()).isPresent()
                ? Stream.empty()
                : Stream.of(metric.at(at + "/per", "%s has no column '%s'".formatted(table.id(), percentile.per())));
    }

    private static Stream<Finding> mixed(Defined<ToolDefinition> tool, int i, Draft draft) {
        var capability = tool.value().capabilities().get(i);
        var things = capability.metrics().stream()
                .flatMap(metric -> measure(metric, capability, draft).stream())
                .map(PercentilesAreOfOneThing::thing)
                .distinct()
                .toList();
        return things.size() < 2 || things.stream().allMatch(Optional::isEmpty)
                ? Stream.empty()
                : Stream.of(tool.at(
                        "/capabilities/%d/metrics".formatted(i),
                        "percentiles stand in a capability of their own, all per the same column under the same"
                                + " conditions"));
    }

    private static Optional<Measure> measure(MetricId metric, Capability capability, Draft draft) {
        return draft.registry().findMetric(metric).stream()
                .flatMap(found -> found.derivation() instanceof Derivation.Measured measured
                        ? measured.measures().stream()
                        : Stream.empty())
                .filter(measure -> Objects.equals(measure.table(), capability.table()))
                .findFirst();
    }

    private static Optional<Thing> thing(Measure measure) {
        return Optional.ofNullable(measure.percentile())
                .map(Percentile::per)
                .map(per -> new Thing(per, measure.where()));
    }
}
