package io.asktrail.slack.message;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * What is posted.
 *
 * @param text for notifications and for whoever reads no blocks; escaped
 * @param blocks what is shown; empty for the text alone
 */
public record Message(String text, List<LayoutBlock> blocks) {
    /** Of words that are not markup. */
    public static Message of(String words) {
        return new Message(Mrkdwn.within(words, Parts.SECTION), List.of());
    }

    public Message {
        blocks = List.copyOf(blocks);
    }
}
