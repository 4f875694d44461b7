package io.asktrail.composer.chart;

import static io.asktrail.composer.chart.Spec.object;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.answer.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A series over time: one line a number, or one line a member. */
final class Lines {
    private Lines() {}

    static Chart of(Shown shown, List<String> columns) {
        var spec = new Spec(shown);
        var values = new ArrayList<Map<String, Object>>();
        for (var column : columns) {
            for (var row = 0; row < shown.table().size(); row++) {
                add(values, spec, shown, row, column, spec.seriesName(column));
            }
        }
        return draw(spec, shown, values, columns, columns.size() > 1);
    }

    static Chart ofMembers(Shown shown, String column) {
        var spec = new Spec(shown);
        var values = new ArrayList<Map<String, Object>>();
        for (var row = 0; row < shown.table().size(); row++) {
            add(values, spec, shown, row, column, shown.member(row));
        }
        return draw(spec, shown, values, List.of(column), true);
    }

    // A point without a number is a gap in the line, not a zero.
    private static void add(
            List<Map<String, Object>> values, Spec spec, Shown shown, int row, String column, String series) {
        var number = shown.number(row, column);
        var date = shown.date(row);
        if (number != null && date != null) {
            values.add(spec.value("date", date.toString(), series, number, shown.unit(column)));
        }
    }

    // Two numbers on one axis: neither names it, the legend does.
    static String axisLabel(Spec spec, List<String> columns) {
        var names = columns.stream().map(spec::metricLabel).distinct().toList();
        return names.size() == 1 ? names.getFirst() : "";
    }

    private static Chart draw(
            Spec spec, Shown shown, List<Map<String, Object>> values, List<String> columns, boolean coloured) {
        var x = object("field", "date", "type", "temporal", "title", "Date", "axis", object("format", "%-d %b %Y"));
        var encoding = object("x", x, "y", spec.quantity(columns.getFirst(), axisLabel(spec, columns), false));
        if (coloured) {
            encoding.put("color", object("field", "series", "type", "nominal", "title", null));
        }
        encoding.put("tooltip", spec.tooltip("date", "temporal"));
        return spec.chart(object("type", "line", "point", shown.table().size() <= 40), values, encoding, null, columns);
    }
}
