package io.asktrail.contracts.agent;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.task.TaskSpec;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The planner in a diagnosis: names what to look at next, and never calculates. */
@HttpExchange("/agents/planner")
public interface PlaybookAgent {
    @PostExchange("/next")
    NextLook next(CallContext call, @RequestBody NextRequest request);

    /** @param seen everything so far, in the order of the looks; empty at the start */
    record NextRequest(TaskSpec task, List<Observation> seen) {
        public NextRequest {
            seen = List.copyOf(seen);
        }
    }
}
