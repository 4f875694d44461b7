package io.asktrail.cli.answer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer's chart a terminal can draw.
 *
 * @param marks in the order in which they are drawn
 */
public record Picture(Shape shape, String title, List<Mark> marks) {
    /** Shapes that letters can show; a number written large and a cloud of points are not among them. */
    public enum Shape {
        BAR,
        LINE,
        /** Two lines after each other: the days that were, then the days ahead. */
        FORECAST,
        GROUPED,
        STACKED,
        WATERFALL
    }

    /**
     * @param place whom or which day it stands for
     * @param series which number it is, or of whom
     * @param value null for a gap
     * @param written the number as people read it
     * @param from the level that a step begins at; null but in a waterfall
     */
    public record Mark(
            String place,
            String series,
            @Nullable BigDecimal value,
            String written,
            @Nullable BigDecimal from) {}

    public Picture {
        marks = List.copyOf(marks);
    }
}
