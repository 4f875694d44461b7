package io.asktrail.orchestrator.preview;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.orchestrator.diagnosis.Diagnosing;
import io.asktrail.orchestrator.diagnosis.FirstLooks;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.orchestrator.planning.SeenHoldings;
import io.asktrail.orchestrator.task.TaskResolver;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
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
    private final FirstLooks firstLooks;
    private final List<DataAgent> agents;

    PlanController(
            CurrentRegistry registries,
            TaskResolver resolver,
            Planning planning,
            FirstLooks firstLooks,
            AdsAgent ads,
            SalesAgent sales) {
        this.registries = registries;
        this.resolver = resolver;
        this.planning = planning;
        this.firstLooks = firstLooks;
        this.agents = List.of(ads, sales);
    }

    @Operation(operationId = "plan", summary = "The plan for a task, the guardrails' verdicts and what it would take")
    @PostMapping
    public PlanPreview plan(@Parameter(hidden = true) CallContext call, @RequestBody TaskRequest request) {
        var registry = registries.get();
        var task = resolver.resolve(request, registry);
        return task.intent() == Intent.DIAGNOSTICS
                ? diagnosis(call, Diagnosing.compared(task, registry), registry)
                : preview(call, task, registry);
    }

    private PlanPreview preview(CallContext call, TaskSpec task, Registry registry) {
        var holdings = SeenHoldings.of(call, agents, task, registry);
        return PlanPreview.of(task, planning.plan(call, task, registry, holdings), registry, holdings);
    }

    private PlanPreview diagnosis(CallContext call, TaskSpec task, Registry registry) {
        var holdings = SeenHoldings.of(call, agents, task, registry);
        return PlanPreview.of(task, firstLooks.plan(call, task, registry, holdings), registry, holdings);
    }
}
