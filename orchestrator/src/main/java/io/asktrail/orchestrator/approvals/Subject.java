package io.asktrail.orchestrator.approvals;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.policy.Consent;

/** What is to be taken away. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Subject.OfAnswer.class, name = "answer"),
    @JsonSubTypes.Type(value = Subject.OfRows.class, name = "rows")
})
public sealed interface Subject {
    /** What a role needs to decide on it. */
    default Consent consent() {
        return switch (this) {
            case OfAnswer _ -> Consent.DATA_EXPORT;
            case OfRows _ -> Consent.RAW_ROWS;
        };
    }

    /** The rows of a stored answer. */
    record OfAnswer(@JsonProperty("answer_id") String answerId, TaskSpec task) implements Subject {}

    /** Single rows; every date of the task is resolved. */
    record OfRows(TaskSpec task) implements Subject {}

    TaskSpec task();
}
