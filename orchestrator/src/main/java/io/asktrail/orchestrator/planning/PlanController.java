package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.orchestrator.task.TaskResolver;
import io.asktrail.registry.CurrentRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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

    PlanController(CurrentRegistry registries, TaskResolver resolver, Planning planning) {
        this.registries = registries;
        this.resolver = resolver;
        this.planning = planning;
    }

    @Operation(operationId = "plan", summary = "The plan for a task, the guardrails' verdicts and what it would take")
    @PostMapping
    public PlanPreview plan(@Parameter(hidden = true) CallContext call, @RequestBody TaskRequest request) {
        var registry = registries.get();
        var task = resolver.resolve(request, registry);
        return PlanPreview.of(task, planning.plan(call, task, registry), registry);
    }
}
