package io.asktrail.composer.chart;

import static io.asktrail.composer.chart.Spec.object;

import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.id.MetricId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Members side by side, lying down so that their names can be read; bars always start at zero. */
final class Bars {
    private Bars() {}

    /** The largest members; the rest as one bar, where adding them up means something. */
    static Chart single(Shown shown, MetricId metric) {
        var spec = new Spec(shown);
        var rows = sorted(shown, metric.value());
        var others = rows.size() > ChartWriter.MOST_MARKS && shown.isAdditive(metric);
        var drawn = rows.subList(0, Math.min(rows.size(), ChartWriter.MOST_MARKS - (others ? 1 : 0)));
        var values = new ArrayList<Map<String, Object>>();
        var column = metric.value();
        for (var row : drawn) {
            values.add(value(spec, shown, row, column));
        }
        if (others) {
            var rest = rows.subList(drawn.size(), rows.size()).stream()
                    .map(row -> number(shown, row, column))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            values.add(spec.value("member", "Others", spec.seriesName(column), rest, shown.unit(column)));
        }
        return draw(spec, values, List.of(column), false, remark(rows.size(), drawn.size(), others));
    }

    /** Two numbers of one unit for each member, one above the other. */
    static Chart grouped(Shown shown, List<String> columns) {
        var spec = new Spec(shown);
        var rows = IntStream.range(0, shown.table().size()).boxed().toList();
        var drawn = rows.subList(0, Math.min(rows.size(), ChartWriter.MOST_MARKS));
        var values = new ArrayList<Map<String, Object>>();
        for (var row : drawn) {
            for (var column : columns) {
                if (shown.number(row, column) != null) {
                    values.add(value(spec, shown, row, column));
                }
            }
        }
        return draw(spec, values, columns, true, remark(rows.size(), drawn.size(), false));
    }

    // By size unless the question set an order.
    private static List<Integer> sorted(Shown shown, String column) {
        var rows = IntStream.range(0, shown.table().size())
                .boxed()
                .filter(row -> shown.number(row, column) != null);
        return shown.task().orderBy().isEmpty()
                ? rows.sorted(Comparator.comparing((Integer row) -> number(shown, row, column))
                                .reversed())
                        .toList()
                : rows.toList();
    }

    private static BigDecimal number(Shown shown, int row, String column) {
        return java.util.Objects.requireNonNull(shown.number(row, column));
    }

    private static Map<String, Object> value(Spec spec, Shown shown, int row, String column) {
        return spec.value(
                "member", shown.member(row), spec.seriesName(column), number(shown, row, column), shown.unit(column));
    }

    private static @Nullable String remark(int all, int drawn, boolean others) {
        return all <= drawn || others ? null : "first %d of %d".formatted(drawn, all);
    }

    private static Chart draw(
            Spec spec, List<Map<String, Object>> values, List<String> columns, boolean grouped, @Nullable String remark) {
        var y = object("field", "member", "type", "nominal", "title", null, "sort", null);
        var encoding = object("y", y, "x", spec.quantity(columns.getFirst(), Lines.axisLabel(spec, columns), true));
        if (grouped) {
            encoding.put("yOffset", object("field", "series", "type", "nominal", "sort", null));
            encoding.put("color", object("field", "series", "type", "nominal", "title", null, "sort", null));
        } else {
            encoding.put("color", object("value", "#0072B2"));
        }
        encoding.put("tooltip", spec.tooltip("member", "nominal"));
        return spec.chart("bar", values, encoding, remark, columns);
    }
}
