package io.asktrail.cli.render;

import io.asktrail.cli.answer.Picture.Mark;
import io.asktrail.cli.terminal.Style;
import io.asktrail.contracts.ask.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A line of blocks for each series, all to one scale, with the lowest and the highest point in numbers. */
final class SparkText {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final char GAP = ' ';
    private static final int SHORTEST = 8;
    private static final int GOOD_LENGTH = 40;
    private static final int BROADEST = 4;

    private final SequencedMap<String, List<Mark>> bySeries;
    private final Style style;
    private final Language language;
    private final int nameWidth;
    private final int room;
    private final double low;
    private final double high;

    /** @param language of the answer's words */
    SparkText(SequencedMap<String, List<Mark>> bySeries, int columns, Style style, Language language) {
        this.bySeries = bySeries;
        this.language = language;
        this.style = style;
        this.nameWidth = Math.max(
                1,
                Math.min(
                        columns / 3,
                        bySeries.keySet().stream()
                                .mapToInt(name -> DisplayWidth.of(Printable.of(name)))
                                .max()
                                .orElse(0)));
        this.room = columns - nameWidth - 2;
        var values = bySeries.values().stream()
                .flatMap(List::stream)
                .map(Mark::value)
                .filter(Objects::nonNull)
                .mapToDouble(Number::doubleValue)
                .summaryStatistics();
        this.low = values.getMin();
        this.high = values.getMax();
    }

    List<String> lines() {
        var points = bySeries.values().stream().mapToInt(List::size).max().orElse(0);
        if (room < SHORTEST) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        bySeries.forEach((name, series) -> {
            var label = DisplayWidth.padRight(DisplayWidth.cut(Printable.of(name), nameWidth), nameWidth);
            lines.add((label + "  " + style.bar(spark(thinned(series), breadth(points)))).stripTrailing());
            lines.add(under(range(series)));
        });
        lines.add(under(days()));
        if (points > room) {
            lines.add(under(Heading.ONE_BLOCK.in(language, Math.ceilDiv(points, room))));
        }
        return lines;
    }

    private String under(String text) {
        return style.dim(" ".repeat(nameWidth) + "  " + DisplayWidth.cut(text, room));
    }

    /** How many letters a point takes: a few points are drawn broad enough to be seen. */
    private int breadth(int points) {
        return Math.clamp(Math.min(GOOD_LENGTH, room) / Math.max(1, points), 1, BROADEST);
    }

    private String days() {
        var days = bySeries.values().stream()
                .flatMap(List::stream)
                .map(Mark::place)
                .sorted()
                .toList();
        return Heading.FROM_TO.in(language, days.getFirst(), days.getLast());
    }

    /** As many points as there is room for: the last of each stretch, so that the end is the end. */
    private List<Mark> thinned(List<Mark> series) {
        if (series.size() <= room) {
            return series;
        }
        var kept = new ArrayList<Mark>(room);
        for (var i = 1; i <= room; i++) {
            kept.add(series.get(Math.toIntExact((long) i * series.size() / room) - 1));
        }
        return kept;
    }

    private String spark(List<Mark> series, int breadth) {
        return series.stream()
                .map(mark -> String.valueOf(
                                mark.value() == null ? GAP : level(mark.value().doubleValue()))
                        .repeat(breadth))
                .collect(Collectors.joining());
    }

    private char level(double value) {
        return high == low
                ? LEVELS.charAt(LEVELS.length() / 2)
                : LEVELS.charAt(Math.toIntExact(Math.round((value - low) / (high - low) * (LEVELS.length() - 1))));
    }

    private String range(List<Mark> series) {
        var known = series.stream().filter(mark -> mark.value() != null).toList();
        if (known.isEmpty()) {
            return Heading.NO_NUMBERS.in(language);
        }
        var byValue = Comparator.comparing((Mark mark) -> Objects.requireNonNull(mark.value()));
        var lowest = known.stream().min(byValue).orElseThrow();
        var highest = known.stream().max(byValue).orElseThrow();
        return Heading.LOW_AND_HIGH.in(language, lowest.written(), lowest.place(), highest.written(), highest.place());
    }
}
