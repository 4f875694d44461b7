package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.NamedFields;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import java.util.List;
import java.util.stream.Stream;

/** Nobody asks for what their role does not give; said before anything is planned, by the names that were used. */
final class TaskAccess {
    static final String RULE = "task.access";

    private TaskAccess() {}

    static RuleVerdict check(TaskSpec task, Access access, Registry registry) {
        if (!access.allRegions() && access.regions().isEmpty()) {
            return stopped("your token opens no region: ask an administrator for the 'regions' claim");
        }
        var named = NamedFields.of(task, registry);
        var denied = denied(named, access, registry);
        if (!denied.isEmpty()) {
            return stopped("your role may not see %s".formatted(String.join(", ", denied)));
        }
        return named.probed().stream()
                .filter(access.masked()::contains)
                .findFirst()
                .map(dimension -> stopped("your role sees %s only masked, so rows cannot be picked or ordered by it"
                        .formatted(registry.dimension(dimension).names().english())))
                .orElseGet(() -> new RuleVerdict(RULE, true, null));
    }

    private static List<String> denied(NamedFields named, Access access, Registry registry) {
        var metrics = named.metrics().stream()
                .filter(metric -> !access.metrics().contains(metric))
                .map(metric -> registry.metric(metric).names().english());
        var dimensions = named.dimensions().stream()
                .filter(dimension -> !access.dimensions().contains(dimension))
                .map(dimension -> registry.dimension(dimension).names().english());
        return Stream.concat(metrics, dimensions).distinct().toList();
    }

    private static RuleVerdict stopped(String reason) {
        return new RuleVerdict(RULE, false, reason);
    }
}
