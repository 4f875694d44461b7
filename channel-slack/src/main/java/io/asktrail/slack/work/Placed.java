package io.asktrail.slack.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where the answer is.
 *
 * @param ts of the message that says "working on it" and becomes the answer
 * @param thread where what belongs to it goes; null for the top of the conversation
 * @param elsewhere whether it is not where the question was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Placed(String channel, String ts, @Nullable String thread, boolean elsewhere) {}
