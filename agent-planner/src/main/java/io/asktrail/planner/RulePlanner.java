package io.asktrail.planner;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Sourcing.NoPath;
import io.asktrail.planner.Sourcing.Sourced;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import java.util.List;

/** Plans from the registries alone: the same task and the same files give the same plan, to the byte. */
public final class RulePlanner implements PlannerAgent {
    private final CurrentRegistry registries;

    public RulePlanner(CurrentRegistry registries) {
        this.registries = registries;
    }

    @Override
    public PlanOutcome plan(CallContext call, PlanRequest request) {
        return plan(request.task(), registries.get());
    }

    /** The plan of a task under one version of the registry. */
    PlanOutcome plan(TaskSpec task, Registry registry) {
        return switch (planOrReason(task, registry)) {
            case Draft.Ready(var planned) -> planned;
            case Draft.Turned(var code, var reason, var instead) ->
                new PlanOutcome.Refused(code, reason, answerable(instead, registry));
        };
    }

    private Draft planOrReason(TaskSpec task, Registry registry) {
        var unsupported = new TaskChecks(registry).firstObjection(task);
        if (unsupported.isPresent()) {
            return unsupported.get();
        }
        var wanted = Wanted.of(task, registry);
        return switch (new SourceFinder(registry).find(wanted)) {
            case NoPath noPath -> new NoPathExplanation(registry, wanted).explain(noPath);
            case Sourced sourced ->
                new JoinChecks(registry, wanted)
                        .firstObjection(sourced)
                        .<Draft>map(turned -> turned)
                        .orElseGet(() -> new Draft.Ready(new PlanOutcome.Planned(
                                new PlanWriter(wanted, sourced).write(), new PlanNotes(registry, wanted).of(sourced))));
        };
    }

    // A suggestion that would be refused in turn helps nobody.
    private List<TaskSpec> answerable(List<TaskSpec> candidates, Registry registry) {
        return candidates.stream()
                .distinct()
                .filter(candidate -> planOrReason(candidate, registry) instanceof Draft.Ready)
                .limit(3)
                .toList();
    }
}
