package io.asktrail.cli.render;

import io.asktrail.cli.answer.Reply;
import io.asktrail.contracts.answer.AnswerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** An answer as people read it: the sentence, the table, how it was worked out, what to know, how to go on. */
public final class AnswerText {
    /** More rows than this push the sentence off the screen. */
    private static final int ROWS_ON_A_SCREEN = 100;

    private final List<String> lines = new ArrayList<>();
    private final Reply reply;
    private final Look look;

    private AnswerText(Reply reply, Look look) {
        this.reply = reply;
        this.look = look;
    }

    /** @param address where the web API listens */
    public static List<String> lines(Reply reply, Look look, String address) {
        return new AnswerText(reply, look).lines(address);
    }

    private List<String> lines(String address) {
        paragraph("", reply.text());
        reply.insights().forEach(insight -> paragraph("• ", insight));
        table();
        chart();
        gap();
        if (reply.method() != null) {
            paragraph(say(Heading.HOW), reply.method(), look.style()::dim);
        }
        reply.notes().forEach(note -> paragraph(say(Heading.NOTE), note, look.style()::caution));
        reply.assumptions().forEach(assumption -> paragraph(say(Heading.ASSUMED), assumption, look.style()::dim));
        waysOn();
        gap();
        lines.add(look.style().dim(say(Heading.ANSWERED_BY, address, reply.id(), reply.tookMs())));
        return lines;
    }

    private void table() {
        var table = reply.table();
        if (table == null || table.columns().isEmpty()) {
            return;
        }
        gap();
        var most = look.screen() ? ROWS_ON_A_SCREEN : table.size();
        lines.addAll(TableText.lines(table, look.columns(), most, look.style(), reply.language()));
        if (table.size() > most) {
            lines.add(say(Heading.MORE_ROWS, table.size() - most));
        }
    }

    private void chart() {
        var drawn = look.chart() && reply.picture() != null
                ? ChartText.lines(reply.picture(), look.columns(), look.style(), reply.language())
                : List.<String>of();
        if (!drawn.isEmpty()) {
            gap();
            lines.addAll(drawn);
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
        lines.add(say(reply.status() == AnswerStatus.CLARIFICATION ? Heading.YOU_MAY_MEAN : Heading.CAN_BE_ANSWERED));
        for (var i = 0; i < reply.options().size(); i++) {
            paragraph("  %d. ".formatted(i + 1), reply.options().get(i));
        }
    }

    private String say(Heading heading, Object... values) {
        return heading.in(reply.language(), values);
    }

    private void paragraph(String lead, String text) {
        paragraph(lead, text, UnaryOperator.identity());
    }

    private void paragraph(String lead, String text, UnaryOperator<String> style) {
        if (!text.isBlank()) {
            Paragraph.lines(lead, text, look.columns()).stream().map(style).forEach(lines::add);
        }
    }

    private void gap() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }
}
