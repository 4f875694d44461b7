package io.asktrail.orchestrator.feedback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.task.TaskSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of an answer.
 *
 * @param correction how the question should have been read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Feedback(
        Thumb thumb,
        @Nullable String comment,
        @Nullable TaskSpec correction,
        @JsonProperty("given_at") Instant givenAt) {}
