package io.asktrail.orchestrator.runs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.ask.AskRequest;
import io.asktrail.contracts.task.TaskRequest;

/** What a run is to do, complete: today is named in it, so that a run that is taken over tomorrow does the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunRequest.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = RunRequest.Query.class, name = "query")
})
public sealed interface RunRequest {
    record Ask(AskRequest request) implements RunRequest {}

    record Query(TaskRequest request) implements RunRequest {}
}
