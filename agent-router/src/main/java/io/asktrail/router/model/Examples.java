package io.asktrail.router.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.task.TaskRequest;
import java.util.List;

/** Questions whose tasks are known, near to one that is asked, of those that the caller may see. */
@FunctionalInterface
public interface Examples {
    List<Example> near(CallContext call, Question question);

    /** A question with the task that it is known to mean. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Example(String question, TaskRequest task) {}
}
