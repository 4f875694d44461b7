package io.asktrail.mcp.front;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the way to an answer.
 *
 * @param text as a person reads it
 * @param stepsPlanned how many steps there will be, if this stage says so
 */
public record StageSeen(String text, @Nullable Integer stepsPlanned) {
    static StageSeen of(String text) {
        return new StageSeen(text, null);
    }
}
