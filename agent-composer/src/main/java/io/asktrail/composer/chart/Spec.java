package io.asktrail.composer.chart;

import io.asktrail.composer.number.Days;
import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.shown.Shown;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all pictures share: schema, title, axes, colours. The one place where JSON is built as maps. */
final class Spec {
    private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
    private static final int WIDTH = 560;

    /** Okabe and Ito's colours, which people with any common colour blindness can tell apart. */
    private static final List<String> COLOURS = List.of(
            "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#000000", "#999999");

    private final Shown shown;

    Spec(Shown shown) {
        this.shown = shown;
    }

    Chart chart(Object mark, List<Map<String, Object>> values, Map<String, Object> encoding, @Nullable String remark,
            List<String> drawn) {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("$schema", SCHEMA);
        spec.put("title", title(remark, drawn));
        spec.put("width", WIDTH);
        spec.put("data", object("values", values));
        spec.put("mark", mark);
        spec.put("encoding", encoding);
        spec.put("config", object("axis", object("labelLimit", 240), "range", object("category", COLOURS)));
        return new Chart(spec);
    }

    private Map<String, Object> title(@Nullable String remark, List<String> drawn) {
        var metrics = drawn.stream().map(this::metricLabel).distinct().toList();
        var by = shown.dimensions().stream()
                .map(this::dimensionLabel)
                .toList();
        var subtitle = new ArrayList<String>();
        subtitle.add(Days.period(
                shown.task().period().start(), shown.task().period().end()));
        shown.task().entities().kept().values().forEach(values -> subtitle.add(String.join(", ", values)));
        if (remark != null) {
            subtitle.add(remark);
        }
        return object(
                "text", "%s by %s".formatted(Labels.list(metrics), Labels.list(by)),
                "subtitle", String.join(" · ", subtitle),
                "anchor", "start");
    }

    private String dimensionLabel(String id) {
        return id.equals("date")
                ? shown.grain().name().toLowerCase(Locale.ROOT)
                : Labels.inSentence(shown.labels().of(new DimensionId(id)));
    }

    /** The axis of a number, in its unit's words. */
    Map<String, Object> quantity(String column, String label, boolean fromZero) {
        var unit = shown.unit(column);
        return object(
                "field", "value",
                "type", "quantitative",
                "title", FigureFormat.isMoney(unit) ? "%s (%s)".formatted(label, unit).strip() : label,
                "scale", object("zero", fromZero),
                "axis", axis(unit));
    }

    private static Map<String, Object> axis(@Nullable String unit) {
        if ("INR".equals(unit)) {
            return object("labelExpr", """
                    abs(datum.value) >= 1e7 ? '₹' + format(datum.value / 1e7, ',.3~f') + ' crore' \
                    : abs(datum.value) >= 1e5 ? '₹' + format(datum.value / 1e5, ',.3~f') + ' lakh' \
                    : '₹' + format(datum.value, ',.2~f')""");
        }
        return object("format", "percent".equals(unit) ? ".1~%" : ",.3~f");
    }

    /** One mark: what it stands for, its number as it is, and its number as people read it. */
    Map<String, Object> value(String kind, Object what, String series, Object number, @Nullable String unit) {
        return object(
                kind, what,
                "series", series,
                "value", number,
                "written", FigureFormat.exact((java.math.BigDecimal) number, unit));
    }

    List<Map<String, Object>> tooltip(String kind, String type) {
        return List.of(
                object("field", kind, "type", type, "title", "temporal".equals(type) ? "Date" : "Name"),
                object("field", "series", "type", "nominal", "title", "Number"),
                object("field", "written", "type", "nominal", "title", "Value"));
    }

    String seriesName(String column) {
        var label = shown.column(column).label();
        var compare = shown.task().compare();
        if (compare == null || !shown.isCompared()) {
            return label;
        }
        return column.endsWith(Shown.PREVIOUS)
                ? Days.period(compare.start(), compare.end())
                : Days.period(shown.task().period().start(), shown.task().period().end());
    }

    String metricLabel(String column) {
        var dot = column.indexOf('.');
        return shown.label(new MetricId(dot < 0 ? column : column.substring(0, dot)));
    }

    /** Keys and values in turn, in this order. */
    static Map<String, Object> object(@Nullable Object... keysAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
