package io.asktrail.composer.text;

import io.asktrail.contracts.answer.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Words that grow from left to right, with a note of where each figure among them comes from. */
public final class Prose {
    private final StringBuilder text = new StringBuilder();
    private final List<Figure> figures = new ArrayList<>();

    public Prose say(String words) {
        text.append(words);
        return this;
    }

    /** Words that are a sentence. */
    public Prose sentence(String words) {
        return pause().say(words);
    }

    /** A blank between sentences. */
    Prose pause() {
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
        return this;
    }

    /** A figure that stands in a cell. */
    Prose cell(String written, BigDecimal value, int row, String column) {
        return figure(written, value, row, column, null);
    }

    /** A figure that stands in the totals row. */
    Prose total(String written, BigDecimal value, String column) {
        return figure(written, value, null, column, null);
    }

    /** A figure that follows from cells. */
    public Prose derived(String written, BigDecimal value, String formula) {
        return figure(written, value, null, null, formula);
    }

    private Prose figure(
            String written,
            BigDecimal value,
            @org.jspecify.annotations.Nullable Integer row,
            @org.jspecify.annotations.Nullable String column,
            @org.jspecify.annotations.Nullable String formula) {
        var from = text.length();
        text.append(written);
        figures.add(new Figure(from, text.length(), value, row, column, formula));
        return this;
    }

    public String text() {
        return text.toString().strip();
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }
}
