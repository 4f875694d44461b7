package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.task.TaskResolver;
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
    private final DiagnosisPlan diagnoses;
    private final List<DataAgent> agents;

    PlanController(
            CurrentRegistry registries,
            TaskResolver resolver,
            Planning planning,
            DiagnosisPlan diagnoses,
            AdsAgent ads,
            SalesAgent sales) {
        this.registries = registries;
        this.resolver = resolver;
        this.planning = planning;
        this.diagnoses = diagnoses;
        this.agents = List.of(ads, sales);
    }

    @Operation(operationId = "plan", summary = "The plan for a task, the guardrails' verdicts and what it would take")
    @PostMapping
    public PlanPreview plan(@Parameter(hidden = true) CallContext call, @RequestBody TaskRequest request) {
        var registry = registries.get();
        var task = resolver.resolve(request, registry);
        return task.intent() == Intent.DIAGNOSTICS ? diagnosis(call, task, registry) : preview(call, task, registry);
    }

    private PlanPreview preview(CallContext call, TaskSpec task, Registry registry) {
        var holdings = SeenHoldings.of(call, agents, task, registry);
        return PlanPreview.of(task, planning.plan(call, task, registry, holdings), registry, holdings);
    }

    private PlanPreview diagnosis(CallContext call, TaskSpec task, Registry registry) {
        var holdings = SeenHoldings.of(call, agents, task, registry);
        return PlanPreview.of(task, diagnoses.plan(call, task, registry, holdings), registry, holdings);
    }
}
