package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.task.TaskResolver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would be done for a task, without doing it. */
@RestController
@RequestMapping("/orchestrator/v1/plan")
public class PlanController {
    private final CurrentRegistry registries;
    private final TaskResolver resolver;
    private final Planning planning;
    private final List<DataAgent> agents;

    PlanController(
            CurrentRegistry registries, TaskResolver resolver, Planning planning, AdsAgent ads, SalesAgent sales) {
        this.registries = registries;
        this.resolver = resolver;
        this.planning = planning;
        this.agents = List.of(ads, sales);
    }

    @Operation(operationId = "plan", summary = "The plan for a task, the guardrails' verdicts and what it would take")
    @PostMapping
    public PlanPreview plan(@Parameter(hidden = true) CallContext call, @RequestBody TaskRequest request) {
        var registry = registries.get();
        var task = resolver.resolve(request, registry);
        var holdings = SeenHoldings.by(call, agents, dimensionsOf(task), registry);
        return PlanPreview.of(task, planning.plan(call, task, registry, holdings), registry, holdings);
    }

    private static Set<DimensionId> dimensionsOf(TaskSpec task) {
        var dimensions = new TreeSet<>(task.groupBy());
        task.calculations().stream()
                .map(Calculation::of)
                .filter(Objects::nonNull)
                .forEach(dimensions::add);
        return dimensions;
    }
}
