package io.asktrail.slack.message;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.answer.Refusal;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a message: words, a table for a telephone, what has to be known with it, where it comes from, buttons. It is
 * so short that Slack sends it back whole with each button, and the gateway still takes it.
 */
public final class AnswerMessage {
    private static final int TEXT_PIECES = 2;
    private static final int NOTE = 500;
    private static final int NOTIFICATION = 300;
    private static final int CAVEATS = 3;
    private static final int OPTIONS = 5;
    private static final int NEAREST = 3;

    private static final int QUOTE = 300;

    private final Answer answer;
    private final List<LayoutBlock> blocks = new ArrayList<>();

    private AnswerMessage(Answer answer) {
        this.answer = answer;
    }

    /** @param question to be repeated above the answer, where it does not stand there; else null */
    public static Message of(Answer answer, @Nullable String question) {
        return quoting(question, new AnswerMessage(answer).written(), answer.language());
    }

    /** A message with the question above it; the message alone if there is none. */
    public static Message quoting(@Nullable String question, Message message, Language language) {
        if (question == null) {
            return message;
        }
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Parts.note(Words.ASKED.in(language, Mrkdwn.within(question, QUOTE))));
        blocks.addAll(message.blocks().isEmpty() ? List.of(Parts.section(message.text())) : message.blocks());
        return new Message(message.text(), blocks);
    }

    /** Whether there is more of its table than the message shows. */
    public static boolean isTableCut(Answer answer) {
        var table = answer.table();
        if (table == null || table.size() == 0) {
            return false;
        }
        var shown = PhoneTable.of(table, answer.language());
        return shown.rowsLeft() > 0 || shown.columnsLeft() > 0;
    }

    /** Whether there is more of its words than the message shows. */
    public static boolean isTextCut(Answer answer) {
        return Mrkdwn.pieces(answer.text(), Parts.SECTION, Integer.MAX_VALUE).size() > TEXT_PIECES;
    }

    private Message written() {
        if (answer.status() == AnswerStatus.PARTIAL) {
            blocks.add(Parts.section(say(Words.ONLY_A_PART)));
        }
        Mrkdwn.pieces(answer.text(), Parts.SECTION, TEXT_PIECES).forEach(piece -> blocks.add(Parts.section(piece)));
        table();
        caveats();
        source();
        var clarification = answer.clarification();
        if (clarification != null) {
            choices(clarification);
        }
        var refusal = answer.refusal();
        if (refusal != null) {
            nearest(refusal);
        }
        if (isAnswered()) {
            buttons();
        }
        return new Message(Mrkdwn.within(answer.text(), NOTIFICATION), blocks);
    }

    private boolean isAnswered() {
        return answer.status() == AnswerStatus.ANSWERED || answer.status() == AnswerStatus.PARTIAL;
    }

    private void table() {
        var table = answer.table();
        if (table == null || table.size() == 0) {
            return;
        }
        var shown = PhoneTable.of(table, answer.language());
        blocks.add(Parts.section("```\n" + fenced(shown.lines()) + "\n```"));
        var rows = left(shown.rowsLeft(), Words.ROW_LEFT, Words.ROWS_LEFT);
        var columns = left(shown.columnsLeft(), Words.COLUMN_LEFT, Words.COLUMNS_LEFT);
        if (!rows.isEmpty() && !columns.isEmpty()) {
            blocks.add(Parts.note(say(Words.BOTH_LEFT, rows, columns)));
        } else if (!rows.isEmpty() || !columns.isEmpty()) {
            blocks.add(Parts.note(say(Words.LEFT, rows + columns)));
        }
    }

    // In a block of code only these three mean something; a cell that is mostly escapes must not push the last rows
    // out.
    private static String fenced(List<String> lines) {
        var text = String.join("\n", lines)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return text.length() <= Parts.SECTION ? text : fenced(lines.subList(0, lines.size() - 1));
    }

    private String left(int count, Words one, Words many) {
        return count == 0 ? "" : say(count == 1 ? one : many, count);
    }

    private String say(Words words, Object... values) {
        return words.in(answer.language(), values);
    }

    private void caveats() {
        answer.caveats().stream()
                .limit(CAVEATS)
                .map(Caveat::text)
                .forEach(text -> blocks.add(Parts.note(":warning: " + Mrkdwn.within(text, NOTE))));
        var more = answer.caveats().size() - CAVEATS;
        if (more > 0) {
            blocks.add(Parts.note(say(Words.MORE_CAVEATS, more)));
        }
    }

    private void source() {
        var lines = Stream.of(answer.assumptions(), answer.policies())
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
        if (!lines.isEmpty()) {
            blocks.add(Parts.note(Mrkdwn.within(lines, NOTE)));
        }
        var method = answer.method();
        if (method != null) {
            blocks.add(Parts.note(Mrkdwn.within(method, NOTE)));
        }
        if (isAnswered()) {
            blocks.add(Parts.note(Mrkdwn.escaped(answer.id())));
        }
    }

    private void choices(Clarification asked) {
        var options = asked.options().stream().limit(OPTIONS).toList();
        if (options.isEmpty()) {
            return;
        }
        // A button cuts a long label, so that they are written out where one does not fit.
        blocks.add(Parts.section(IntStream.range(0, options.size())
                .mapToObj(at ->
                        "%d. %s".formatted(at + 1, Mrkdwn.within(options.get(at).label(), NOTE)))
                .collect(Collectors.joining("\n"))));
        blocks.add(Parts.buttons(IntStream.range(0, options.size())
                .mapToObj(at -> choice(options.get(at), at))
                .toList()));
    }

    private ButtonElement choice(Clarification.Option option, int at) {
        var button = Parts.button(option.label(), Button.CHOICE, new ButtonValue(answer.id(), at).text());
        button.setActionId(Button.CHOICE.id() + "_" + at);
        return button;
    }

    private void nearest(Refusal refusal) {
        var named = answer.followupNames();
        // An answer that was kept before they had names has none.
        var names = named.size() == refusal.nearest().size()
                ? named
                : refusal.nearest().stream().map(AnswerMessage::words).toList();
        var tasks = names.stream()
                .limit(NEAREST)
                .filter(words -> !words.isBlank())
                .map(words -> "• " + Mrkdwn.within(words, NOTE))
                .toList();
        if (!tasks.isEmpty()) {
            blocks.add(Parts.section(say(Words.YOU_CAN_ASK) + "\n" + String.join("\n", tasks)));
        }
    }

    private static String words(TaskSpec task) {
        var metrics = task.metrics().stream().map(Object::toString).collect(Collectors.joining(" and "));
        var groups = task.groupBy().stream().map(Object::toString).collect(Collectors.joining(" and "));
        return (metrics + (groups.isEmpty() ? "" : " by " + groups)).replace('_', ' ');
    }

    private void buttons() {
        var value = new ButtonValue(answer.id(), 0).text();
        var buttons = new ArrayList<ButtonElement>();
        if (answer.table() != null && answer.table().size() > 0) {
            buttons.add(Parts.button(say(Words.AS_CSV), Button.CSV, value));
        }
        buttons.add(Parts.button(":thumbsup:", Button.UP, value));
        buttons.add(Parts.button(":thumbsdown:", Button.DOWN, value));
        buttons.get(buttons.size() - 2).setAccessibilityLabel(say(Words.HELPS));
        buttons.getLast().setAccessibilityLabel(say(Words.HELPS_NOT));
        blocks.add(Parts.buttons(buttons));
    }
}
