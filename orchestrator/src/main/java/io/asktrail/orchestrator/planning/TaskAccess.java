package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Nobody asks for what their role does not give; said before anything is planned, by the names that were used. */
final class TaskAccess {
    static final String RULE = "task.access";

    private TaskAccess() {}

    static RuleVerdict check(TaskSpec task, Access access, Registry registry) {
        if (!access.allRegions() && access.regions().isEmpty()) {
            return stopped("your token opens no region: ask an administrator for the 'regions' claim");
        }
        var denied = new ArrayList<String>();
        metrics(task, registry)
                .filter(metric -> !access.metrics().contains(metric))
                .map(metric -> registry.metric(metric).names().english())
                .forEach(denied::add);
        dimensions(task, registry)
                .filter(dimension -> !access.dimensions().contains(dimension))
                .map(dimension -> registry.dimension(dimension).names().english())
                .forEach(denied::add);
        return denied.isEmpty()
                ? new RuleVerdict(RULE, true, null)
                : stopped("your role may not see %s"
                        .formatted(String.join(", ", denied.stream().distinct().toList())));
    }

    private static RuleVerdict stopped(String reason) {
        return new RuleVerdict(RULE, false, reason);
    }

    private static Stream<MetricId> metrics(TaskSpec task, Registry registry) {
        return Stream.concat(
                task.metrics().stream(), fields(task).filter(registry::isMetric).map(FieldId::asMetric));
    }

    private static Stream<DimensionId> dimensions(TaskSpec task, Registry registry) {
        return Stream.of(
                        task.groupBy().stream(),
                        task.entities().kept().keySet().stream(),
                        task.scopes().stream().flatMap(scope -> scope.entities().kept().keySet().stream()),
                        fields(task).filter(registry::isDimension).map(FieldId::asDimension))
                .flatMap(names -> names);
    }

    private static Stream<FieldId> fields(TaskSpec task) {
        return Stream.concat(
                task.filters().stream().map(Filter::field),
                task.orderBy().stream().map(Ordering::field));
    }
}
