package io.asktrail.cli.render;

import io.asktrail.cli.answer.Reply;
import io.asktrail.contracts.answer.AnswerStatus;
import java.util.ArrayList;
import java.util.List;

/** An answer as people read it: the sentence, the table, how it was worked out, what to know, how to go on. */
public final class AnswerText {
    /** More rows than this push the sentence off the screen. */
    private static final int ROWS_ON_A_SCREEN = 100;

    private final List<String> lines = new ArrayList<>();
    private final Reply reply;
    private final int columns;
    private final boolean terminal;

    private AnswerText(Reply reply, int columns, boolean terminal) {
        this.reply = reply;
        this.columns = columns;
        this.terminal = terminal;
    }

    /**
     * @param columns how wide a line may be
     * @param terminal whether it goes to a screen, which gets no more rows than people can take in
     * @param address where the web API listens
     */
    public static List<String> lines(Reply reply, int columns, boolean terminal, String address) {
        return new AnswerText(reply, columns, terminal).lines(address);
    }

    private List<String> lines(String address) {
        paragraph("", reply.text());
        reply.insights().forEach(insight -> paragraph("• ", insight));
        table();
        gap();
        if (reply.method() != null) {
            paragraph("How: ", reply.method());
        }
        reply.notes().forEach(note -> paragraph("Note: ", note));
        reply.assumptions().forEach(assumption -> paragraph("Assumed: ", assumption));
        waysOn();
        gap();
        lines.add("%s · answer %s · %d ms".formatted(address, reply.id(), reply.tookMs()));
        return lines;
    }

    private void table() {
        var table = reply.table();
        if (table == null || table.columns().isEmpty()) {
            return;
        }
        gap();
        var most = terminal ? ROWS_ON_A_SCREEN : table.size();
        lines.addAll(TableText.lines(table, columns, most));
        if (table.size() > most) {
            lines.add("… and %d more rows: all of them with --json or into a file".formatted(table.size() - most));
        }
    }

    // The gateway's text often is the reason or the question itself: said once is enough.
    private void waysOn() {
        if (reply.reason() != null && !reply.text().contains(reply.reason())) {
            paragraph("", reply.reason());
        }
        if (reply.askedBack() != null && !reply.text().contains(reply.askedBack())) {
            paragraph("", reply.askedBack());
        }
        if (reply.options().isEmpty()) {
            return;
        }
        gap();
        lines.add(reply.status() == AnswerStatus.CLARIFICATION ? "You may mean:" : "What can be answered:");
        for (var i = 0; i < reply.options().size(); i++) {
            paragraph("  %d. ".formatted(i + 1), reply.options().get(i));
        }
    }

    private void paragraph(String lead, String text) {
        if (!text.isBlank()) {
            lines.addAll(Paragraph.lines(lead, text, columns));
        }
    }

    private void gap() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }
}
