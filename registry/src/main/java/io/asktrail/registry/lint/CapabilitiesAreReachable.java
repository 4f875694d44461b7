package io.asktrail.registry.lint;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.schema.TableId;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a capability promises follows from its table: each metric is measured there, each dimension is reached. */
final class CapabilitiesAreReachable implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.tools().stream()
                .flatMap(tool -> IntStream.range(0, tool.value().capabilities().size())
                        .boxed()
                        .flatMap(i -> faults(
                                tool,
                                "/capabilities/" + i,
                                tool.value().capabilities().get(i),
                                draft)));
    }

    private static Stream<Finding> faults(Defined<ToolDefinition> tool, String at, Capability capability, Draft draft) {
        var table = capability.table();
        if (table == null) {
            return capability.metrics().isEmpty() && capability.dimensions().isEmpty()
                    ? Stream.empty()
                    : Stream.of(tool.at(at, "a capability with metrics or dimensions reads a table: name it"));
        }
        if (!draft.registry().tables().containsKey(table)) {
            return draft.names(table)
                    ? Stream.empty()
                    : Stream.of(tool.at(at + "/table", "no schema defines the table " + table));
        }
        return Stream.of(
                        connection(tool, at, table, draft),
                        each(
                                tool,
                                at + "/metrics/",
                                capability.metrics().size(),
                                i -> metric(capability.metrics().get(i), table, draft)),
                        each(
                                tool,
                                at + "/dimensions/",
                                capability.dimensions().size(),
                                i -> dimension(capability.dimensions().get(i), table, draft)))
                .flatMap(found -> found);
    }

    private static Stream<Finding> connection(Defined<ToolDefinition> tool, String at, TableId table, Draft draft) {
        var held = draft.registry().table(table).connection();
        return Objects.equals(tool.value().connectionRef(), held)
                ? Stream.empty()
                : Stream.of(tool.at(
                        at + "/table", "%s is held by the connection '%s', not by this tool's".formatted(table, held)));
    }

    private interface Check {
        Optional<String> fault(int i);
    }

    private static Stream<Finding> each(Defined<ToolDefinition> tool, String at, int size, Check check) {
        return IntStream.range(0, size)
                .boxed()
                .flatMap(i -> check.fault(i).map(message -> tool.at(at + i, message)).stream());
    }

    private static Optional<String> metric(MetricId id, TableId table, Draft draft) {
        var metric = draft.registry().findMetric(id);
        if (metric.isEmpty()) {
            return draft.names(id) ? Optional.empty() : Optional.of("no file defines the metric '%s'".formatted(id));
        }
        var isMeasured = metric.get().derivation() instanceof Derivation.Measured measured
                && measured.measures().stream()
                        .anyMatch(measure -> measure.table().equals(table));
        return isMeasured ? Optional.empty() : Optional.of("%s has no measure on %s".formatted(id, table));
    }

    private static Optional<String> dimension(DimensionId id, TableId table, Draft draft) {
        if (draft.registry().findDimension(id).isEmpty()) {
            return draft.names(id) ? Optional.empty() : Optional.of("no file defines the dimension '%s'".formatted(id));
        }
        return draft.registry().path(table, id).isPresent()
                ? Optional.empty()
                : Optional.of("no foreign keys lead from %s to %s".formatted(table, id));
    }
}
