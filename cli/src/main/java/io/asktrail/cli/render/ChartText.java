package io.asktrail.cli.render;

import io.asktrail.cli.answer.Picture;
import io.asktrail.cli.answer.Picture.Mark;
import io.asktrail.cli.terminal.Style;
import io.asktrail.contracts.ask.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A small chart of letters: bars lying down, or a line of blocks for each series over time. */
final class ChartText {
    /** Below this a bar says less than its number. */
    private static final int NARROWEST = 40;

    private static final int FEWEST_POINTS = 3;
    private static final int MOST_SERIES = 8;

    private ChartText() {}

    /** The chart; no lines where one would not help. */
    static List<String> lines(Picture picture, int columns, Style style, Language language) {
        if (columns < NARROWEST) {
            return List.of();
        }
        var drawn =
                switch (picture.shape()) {
                    case LINE -> over(bySeries(picture.marks()), columns, style, language);
                    case FORECAST -> over(onOneAxis(picture.marks()), columns, style, language);
                    case BAR, WATERFALL -> new BarsText(picture.marks(), columns, style).lines();
                    case GROUPED -> grouped(picture.marks(), columns, style);
                    case STACKED -> new StackText(picture.marks(), columns, style).lines();
                };
        if (drawn.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        if (!picture.title().isBlank()) {
            lines.add(style.bold(DisplayWidth.cut(Printable.of(picture.title()), columns)));
        }
        lines.addAll(drawn);
        return lines;
    }

    // Several numbers of each member: the number's name stands where the member's would be said again.
    private static List<String> grouped(List<Mark> marks, int columns, Style style) {
        var named = new ArrayList<Mark>();
        var last = "";
        for (var mark : marks) {
            var again = mark.place().equals(last);
            named.add(new Mark(
                    (again ? "  " : mark.place() + " ") + "· " + mark.series(),
                    mark.series(),
                    mark.value(),
                    mark.written(),
                    mark.from()));
            last = mark.place();
        }
        return new BarsText(named, columns, style).lines();
    }

    private static SequencedMap<String, List<Mark>> bySeries(List<Mark> marks) {
        return marks.stream().collect(Collectors.groupingBy(Mark::series, LinkedHashMap::new, Collectors.toList()));
    }

    // Each series has every day, with gaps where it has no number: so the days ahead stand after the days that were.
    private static SequencedMap<String, List<Mark>> onOneAxis(List<Mark> marks) {
        var days = marks.stream().map(Mark::place).distinct().sorted().toList();
        var aligned = new LinkedHashMap<String, List<Mark>>();
        bySeries(marks).forEach((name, series) -> {
            var byDay = series.stream().collect(Collectors.toMap(Mark::place, mark -> mark, (first, _) -> first));
            aligned.put(
                    name,
                    days.stream()
                            .map(day -> byDay.getOrDefault(day, new Mark(day, name, null, "", null)))
                            .toList());
        });
        return aligned;
    }

    private static List<String> over(
            SequencedMap<String, List<Mark>> bySeries, int columns, Style style, Language language) {
        if (bySeries.size() > MOST_SERIES
                || bySeries.values().stream().noneMatch(series -> points(series) >= FEWEST_POINTS)) {
            return List.of();
        }
        return new SparkText(bySeries, columns, style, language).lines();
    }

    private static long points(List<Mark> series) {
        return series.stream().map(Mark::value).filter(Objects::nonNull).count();
    }
}
