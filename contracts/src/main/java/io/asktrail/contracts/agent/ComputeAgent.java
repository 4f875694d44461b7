package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import java.util.Map;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Rows to rows, arithmetic only. */
@HttpExchange("/agents/compute")
public interface ComputeAgent {
    @PostExchange("/run")
    StepResult compute(CallContext call, @RequestBody ComputeRequest request);

    /**
     * @param inputs the rows of every step that {@code step} names
     * @param held the days that the sources hold of metrics that were fetched; a metric that is not named is taken to be
     *     held on all days
     */
    record ComputeRequest(Step step, Map<StepId, Table> inputs, Map<MetricId, DateRange> held) {
        public ComputeRequest {
            inputs = Map.copyOf(inputs);
            held = held == null ? Map.of() : Map.copyOf(held);
        }

        /** Of sources that hold every day. */
        public ComputeRequest(Step step, Map<StepId, Table> inputs) {
            this(step, inputs, Map.of());
        }
    }
}
