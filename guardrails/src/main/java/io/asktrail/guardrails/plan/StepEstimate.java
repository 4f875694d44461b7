package io.asktrail.guardrails.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;

/**
 * What one step may take.
 *
 * @param rows how many it gives
 * @param waiting of the step alone
 * @param days how many days of rows it reads; 0 for arithmetic
 */
public record StepEstimate(
        StepId step,
        ToolRef tool,
        Rows rows,
        @JsonProperty("wait") Wait waiting,
        long days) {
    /** @param most no more than the tool gives; and nothing less where the data are not known */
    public record Rows(long least, long most) {}

    /**
     * Milliseconds.
     *
     * @param least if the result is kept from an equal step
     * @param usual by the tool's own hint
     * @param most if every repetition that the tool allows is needed
     */
    public record Wait(
            @JsonProperty("least_ms") long least,
            @JsonProperty("usual_ms") long usual,
            @JsonProperty("most_ms") long most) {
        static final Wait NONE = new Wait(0, 0, 0);

        Wait then(Wait next) {
            return new Wait(least + next.least, usual + next.usual, most + next.most);
        }

        Wait orLonger(Wait other) {
            return new Wait(Math.max(least, other.least), Math.max(usual, other.usual), Math.max(most, other.most));
        }
    }
}
