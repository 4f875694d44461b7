package io.asktrail.slack.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where something was asked.
 *
 * @param thread the first message of its thread; null at the top of a conversation
 * @param direct whether only the one who asks and this app are there
 * @param shared whether people of other companies are there
 * @param replyAddress where the one who used a command or pressed a button is answered alone; null for messages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Spot(
        String channel,
        @Nullable String thread,
        boolean direct,
        boolean shared,
        @Nullable String replyAddress) {
    /** Whether an id is that of a conversation with one person. */
    public static boolean isDirect(String channel) {
        return channel.startsWith("D");
    }
}
