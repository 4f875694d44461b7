package io.asktrail.cli.render;

import io.asktrail.cli.answer.Picture.Mark;
import io.asktrail.cli.terminal.Style;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A bar for each mark, all to one scale that holds zero: a bar that began elsewhere would lie. A step of a waterfall begins
 * where the one before ended.
 */
final class BarsText {
    private static final int MOST_BARS = 24;
    private static final int SHORTEST_SCALE = 10;
    private static final int LONGEST_SCALE = 60;
    private static final int EIGHTHS = 8;
    /** By how many eighths of a letter are filled, from the left. */
    private static final String PARTS = " ▏▎▍▌▋▊▉";

    private final List<Mark> marks;
    private final Style style;
    private final int nameWidth;
    private final int numberWidth;
    private final int scale;
    private final double low;
    private final double high;

    BarsText(List<Mark> all, int columns, Style style) {
        this.marks = all.stream().filter(mark -> mark.value() != null).toList();
        this.style = style;
        this.numberWidth = marks.stream()
                .mapToInt(mark -> DisplayWidth.of(mark.written()))
                .max()
                .orElse(0);
        var names = marks.stream()
                .mapToInt(mark -> DisplayWidth.of(Printable.of(mark.place())))
                .max()
                .orElse(0);
        this.nameWidth =
                Math.max(1, Math.min(names, Math.min(columns / 3, columns - numberWidth - SHORTEST_SCALE - 4)));
        this.scale = Math.min(LONGEST_SCALE, columns - nameWidth - numberWidth - 4);
        this.low = ends().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        this.high = ends().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
    }

    private Stream<BigDecimal> ends() {
        return Stream.concat(
                Stream.of(BigDecimal.ZERO),
                marks.stream()
                        .flatMap(mark -> Stream.of(mark.value(), mark.from()).filter(Objects::nonNull)));
    }

    List<String> lines() {
        if (marks.size() < 2 || marks.size() > MOST_BARS || scale < SHORTEST_SCALE || high == low) {
            return List.of();
        }
        return marks.stream().map(this::line).toList();
    }

    private String line(Mark mark) {
        var name = DisplayWidth.padRight(DisplayWidth.cut(Printable.of(mark.place()), nameWidth), nameWidth);
        var number = DisplayWidth.padLeft(mark.written(), numberWidth);
        return (name + "  " + number + "  " + style.bar(bar(mark))).stripTrailing();
    }

    // Only for the eye: the numbers beside it are exact.
    private String bar(Mark mark) {
        var one = Objects.requireNonNull(mark.value()).doubleValue();
        var other = mark.from() == null ? 0 : mark.from().doubleValue();
        var begin = eighths(Math.min(one, other));
        var end = Math.max(begin, eighths(Math.max(one, other)));
        if (one != other && end == begin) {
            end = begin + 1; // something, and not nothing
        }
        // A letter can only be filled from its left: a beginning within one is moved to its edge.
        var from = Math.toIntExact(Math.round((double) begin / EIGHTHS));
        var whole = Math.max(0, end / EIGHTHS - from);
        var rest = end / EIGHTHS < from ? 0 : end % EIGHTHS;
        return " ".repeat(from) + "█".repeat(whole) + (rest == 0 ? "" : PARTS.charAt(rest));
    }

    private int eighths(double value) {
        return Math.toIntExact(Math.round((value - low) / (high - low) * scale * EIGHTHS));
    }
}
