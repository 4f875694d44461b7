package io.asktrail.cli.render;

import io.asktrail.cli.answer.Picture.Mark;
import io.asktrail.cli.terminal.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of each member, end to end, each part in a shade of its own. */
final class StackText {
    private static final String SHADES = "█▓▒░";
    private static final int MOST_MEMBERS = 24;
    private static final int SHORTEST_SCALE = 10;
    private static final int LONGEST_SCALE = 60;

    private final LinkedHashMap<String, List<Mark>> byMember;
    private final List<String> series;
    private final Style style;
    private final int nameWidth;
    private final int scale;

    StackText(List<Mark> marks, int columns, Style style) {
        this.byMember =
                marks.stream().collect(Collectors.groupingBy(Mark::place, LinkedHashMap::new, Collectors.toList()));
        this.series = marks.stream().map(Mark::series).distinct().toList();
        this.style = style;
        var names = byMember.keySet().stream()
                .mapToInt(name -> DisplayWidth.of(Printable.of(name)))
                .max()
                .orElse(0);
        this.nameWidth = Math.max(1, Math.min(names, columns / 3));
        this.scale = Math.min(LONGEST_SCALE, columns - nameWidth - 2);
    }

    List<String> lines() {
        var most =
                byMember.values().stream().mapToDouble(StackText::length).max().orElse(0);
        var anyNegative = byMember.values().stream().flatMap(List::stream).anyMatch(mark -> value(mark) < 0);
        if (byMember.size() < 2
                || byMember.size() > MOST_MEMBERS
                || series.size() > SHADES.length()
                || scale < SHORTEST_SCALE
                || most == 0
                || anyNegative) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        byMember.forEach((member, parts) -> lines.add(line(member, parts, most)));
        lines.add(legend());
        return lines;
    }

    private static double length(List<Mark> parts) {
        return parts.stream().mapToDouble(StackText::value).sum();
    }

    private static double value(Mark mark) {
        return mark.value() == null ? 0 : mark.value().doubleValue();
    }

    private String line(String member, List<Mark> parts, double most) {
        var name = DisplayWidth.padRight(DisplayWidth.cut(Printable.of(member), nameWidth), nameWidth);
        var bar = new StringBuilder();
        var sum = 0.0;
        for (var part : parts) {
            sum += value(part);
            // Each part ends where the sum so far ends, so that rounding does not pile up.
            var end = Math.toIntExact(Math.round(sum / most * scale));
            bar.append(String.valueOf(shade(part.series())).repeat(Math.max(0, end - bar.length())));
        }
        return (name + "  " + style.bar(bar.toString())).stripTrailing();
    }

    private char shade(String name) {
        return SHADES.charAt(series.indexOf(name));
    }

    private String legend() {
        return series.stream()
                .map(name -> shade(name) + " " + Printable.of(name))
                .collect(Collectors.joining("   "));
    }
}
