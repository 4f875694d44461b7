package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.FindingColumns;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What observations come to: arithmetic on numbers that others fetched. */
@HttpExchange("/agents/insights")
public interface InsightsAgent {
    /** What the observations of a diagnosis say about its question, as rows; {@link FindingColumns} says which. */
    @PostExchange("/findings")
    StepResult findings(CallContext call, @RequestBody FindingsRequest request);

    /**
     * @param task what is diagnosed
     * @param seen everything that was looked at, in the order of the looks
     */
    record FindingsRequest(TaskSpec task, List<Observation> seen) {
        public FindingsRequest {
            seen = List.copyOf(seen);
        }
    }
}
