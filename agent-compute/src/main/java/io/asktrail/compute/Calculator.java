package io.asktrail.compute;

import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.CurrentRegistry;
import java.util.Objects;

/** The logic of agent-compute, the same in its own process and beside the orchestrator. */
final class Calculator implements ComputeAgent {
    private final CurrentRegistry registry;

    Calculator(CurrentRegistry registry) {
        this.registry = registry;
    }

    @Override
    public StepResult compute(CallContext call, ComputeRequest request) {
        var timer = Timer.start();
        var inputs = request.step().inputs();
        var lost = inputs.needs().stream()
                .filter(step -> !request.inputs().containsKey(step))
                .findFirst();
        if (lost.isPresent()) {
            return new StepResult.Missing(
                    ErrorCode.INPUT_MISSING, "The rows of step %s are missing.".formatted(lost.get()));
        }
        var tender = Tender.of(registry.get(), request.inputs().values());
        var mixed = tender.objection();
        if (mixed.isPresent()) {
            return new StepResult.Missing(ErrorCode.PLAN_REJECTED, mixed.get());
        }
        return switch (inputs) {
            case StepInputs.Aggregate aggregate ->
                new Aggregation(tender.counted(), aggregate, request.inputs(), request.held()).run(timer);
            case StepInputs.Compare compare ->
                new PeriodComparison(tender.counted(), compare, request.inputs()).run(timer);
            case StepInputs.Convert convert ->
                new CurrencyConversion(
                                registry.get(),
                                convert,
                                Objects.requireNonNull(request.inputs().get(convert.of())))
                        .run(timer);
            case StepInputs.Fetch _, StepInputs.Template _ ->
                throw new SuiteException(
                        ErrorCode.BROKEN_INVARIANT,
                        "Step %s reads data; compute reads none."
                                .formatted(request.step().id()));
        };
    }
}
