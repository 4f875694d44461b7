package io.asktrail.orchestrator.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.diagnosis.Thought;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run as the one who began it sees it.
 *
 * @param stages what happened so far, in order
 * @param scratchpad the rounds of a diagnosis so far; empty for any other run
 * @param answerId where the answer is, at {@code /v1/answers}; null as long as there is none
 * @param failure why there will be no answer; null if there is or may be one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
        String id,
        RunStatus status,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("ended_at") @Nullable Instant endedAt,
        List<RunStage> stages,
        List<Thought> scratchpad,
        @JsonProperty("answer_id") @Nullable String answerId,
        @Nullable RunFailure failure) {

    /**
     * @param event as in the event stream: {@code understood}, {@code planned}, {@code step}
     * @param data what the event stream sends with it
     */
    public record RunStage(String event, Instant at, JsonNode data) {}

    public RunView {
        stages = List.copyOf(stages);
        scratchpad = List.copyOf(scratchpad);
    }
}
