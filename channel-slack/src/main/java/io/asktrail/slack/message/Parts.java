package io.asktrail.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.List;

/** The blocks of a message, within Slack's limits. */
final class Parts {
    /** Slack refuses a section of more than 3,000 characters. */
    static final int SECTION = 2_900;

    private static final int BUTTON_LABEL = 75;

    private Parts() {}

    /** @param markup escaped already */
    static LayoutBlock section(String markup) {
        return SectionBlock.builder().text(text(markup)).build();
    }

    /** Small and grey. */
    static LayoutBlock note(String markup) {
        return ContextBlock.builder().elements(List.of(text(markup))).build();
    }

    // Verbatim: what looks like a name or an address in plain words is not made one.
    private static MarkdownTextObject text(String markup) {
        return MarkdownTextObject.builder().text(markup).verbatim(true).build();
    }

    static LayoutBlock buttons(List<ButtonElement> buttons) {
        return ActionsBlock.builder()
                .elements(buttons.stream().map(BlockElement.class::cast).toList())
                .build();
    }

    static ButtonElement button(String label, Button action, String value) {
        return ButtonElement.builder()
                .text(PlainTextObject.builder()
                        .text(Width.cut(label, BUTTON_LABEL))
                        .emoji(true)
                        .build())
                .actionId(action.id())
                .value(value)
                .build();
    }
}
