package io.asktrail.composer.chart;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several numbers of one unit for each member, one under the other. */
final class Grouped {
    private Grouped() {}

    static Picture of(Shown shown, List<String> columns) {
        var captions = new Captions(shown);
        var rows = ChartWriter.rows(shown).stream()
                .filter(row -> columns.stream().anyMatch(column -> shown.number(row, column) != null))
                .toList();
        var addUp = rows.size() > Picture.MOST_PLACES
                && columns.stream().allMatch(column -> shown.isAdditive(new MetricId(base(column))));
        var drawn = rows.subList(0, Math.min(rows.size(), Picture.MOST_PLACES - (addUp ? 1 : 0)));
        var marks = new ArrayList<Mark>();
        for (var row : drawn) {
            for (var column : columns) {
                add(marks, captions, shown.member(row), column, shown.number(row, column));
            }
        }
        if (addUp) {
            var rest = rows.subList(drawn.size(), rows.size());
            columns.forEach(column -> add(marks, captions, captions.others(), column, sum(shown, rest, column)));
        }
        return new Picture(
                Shape.GROUPED,
                captions.title(columns),
                captions.subtitle(addUp ? List.of() : captions.cut(rows.size(), drawn.size())),
                captions.axis(columns),
                null,
                String.join(
                        ", ",
                        shown.categories().stream().map(captions::dimension).toList()),
                columns.stream().map(captions::series).toList(),
                marks,
                captions.language());
    }

    private static String base(String column) {
        var dot = column.indexOf('.');
        return dot < 0 ? column : column.substring(0, dot);
    }

    // No bar at all for a number that is not there: none is not zero.
    private static void add(
            List<Mark> marks, Captions captions, String member, String column, @Nullable BigDecimal value) {
        if (value != null) {
            marks.add(Mark.of(member, captions.series(column), value, captions.written(value, column)));
        }
    }

    private static @Nullable BigDecimal sum(Shown shown, List<Integer> rows, String column) {
        return rows.stream()
                .map(row -> shown.number(row, column))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
