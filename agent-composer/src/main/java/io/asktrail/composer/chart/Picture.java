package io.asktrail.composer.chart;

import io.asktrail.contracts.ask.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen, before it is written down as Vega-Lite or drawn.
 *
 * @param subtitle days, places, and what is left out
 * @param value the axis of the numbers
 * @param across the lower axis of a scatter; null in other shapes
 * @param place what the other axis is called: a dimension, or the date
 * @param series the names in the legend, in the order of their colours
 * @param marks in the order in which they are drawn
 * @param language of the words at the axes
 */
public record Picture(
        Shape shape,
        String title,
        String subtitle,
        Axis value,
        @Nullable Axis across,
        String place,
        List<String> series,
        List<Mark> marks,
        Language language) {
    /** More places on an axis of names than this cannot be read. */
    public static final int MOST_PLACES = 20;

    /** More colours than this cannot be told apart. */
    public static final int MOST_SERIES = 8;

    /** More points than this carry no mark of their own, only their line. */
    public static final int MOST_DOTS = 40;

    /**
     * Okabe and Ito's colours, which people with any common colour blindness can tell apart; their yellow is left out,
     * which a white page swallows.
     */
    public static final List<String> COLOURS =
            List.of("#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000", "#999999");

    // The whole, what rose, what fell: blue, green and vermilion of the same set.
    private static final List<String> STAIRS = List.of("#0072B2", "#009E73", "#D55E00");

    public Picture {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
        if (marks.isEmpty() || series.isEmpty()) {
            throw new IllegalArgumentException("a picture shows something");
        }
        if (series.size() > COLOURS.size()) {
            throw new IllegalArgumentException("%d series have no colours".formatted(series.size()));
        }
    }

    /** Whether the colours mean something that a legend has to say. */
    public boolean isColoured() {
        return series.size() > 1;
    }

    /** The colours of the series, the same wherever the picture is drawn. */
    public List<String> colours() {
        return shape == Shape.WATERFALL ? STAIRS : COLOURS.subList(0, series.size());
    }

    /** Whether points are marked on the line: if they are few, or a point between two gaps would not be seen. */
    public boolean hasDots() {
        return marks.stream().map(Mark::date).distinct().count() <= MOST_DOTS
                || marks.stream().anyMatch(mark -> mark.value() == null);
    }
}
