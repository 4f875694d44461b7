package io.asktrail.composer.chart;

import io.asktrail.composer.number.FigureFormat;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.answer.Chart;
import io.asktrail.contracts.table.CurrencySign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a picture as a Vega-Lite v6 specification with its data. The one place where JSON is built as maps. */
final class VegaLite {
    private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
    private static final int WIDTH = 560;
    private static final int LABEL = 240;

    private final Picture picture;

    private VegaLite(Picture picture) {
        this.picture = picture;
    }

    static Chart of(Picture picture) {
        return new VegaLite(picture).chart();
    }

    private Chart chart() {
        var spec = object(
                "$schema",
                SCHEMA,
                "title",
                object("text", picture.title(), "subtitle", picture.subtitle(), "anchor", "start"),
                "width",
                WIDTH,
                "data",
                object("values", picture.marks().stream().map(this::row).toList()));
        if (picture.shape() == Shape.FORECAST) {
            spec.put("layer", List.of(band(), object("mark", mark(), "encoding", encoding())));
        } else {
            spec.put("mark", mark());
            spec.put("encoding", encoding());
        }
        spec.put("config", object("axis", object("labelLimit", LABEL)));
        spec.put("usermeta", meta());
        return new Chart(spec);
    }

    // Behind the lines, of the days that have a range.
    private Map<String, Object> band() {
        var low = number("low", picture.value(), false);
        return object(
                "transform",
                List.of(object("filter", "isValid(datum.low)")),
                "mark",
                object("type", "area", "opacity", 0.2),
                "encoding",
                object("x", time(), "y", low, "y2", object("field", "high"), "color", colour()));
    }

    // What the drawing on the server needs beside the data; drawers of Vega-Lite pass it by.
    private Map<String, Object> meta() {
        var meta = object(
                "shape", picture.shape().name().toLowerCase(java.util.Locale.ROOT),
                "value", axisOf(picture.value()),
                "place", picture.place(),
                "series", picture.series(),
                "lang", picture.language().tag());
        if (picture.across() != null) {
            meta.put("across", axisOf(picture.across()));
        }
        return object("asktrail", meta);
    }

    private static Map<String, Object> axisOf(Axis axis) {
        return object("title", axis.title(), "unit", axis.unit());
    }

    private Map<String, Object> row(Mark mark) {
        var row = object(
                mark.date() == null ? "member" : "date",
                mark.date() == null ? mark.member() : mark.date().toString());
        row.put("series", mark.series());
        row.put("value", mark.value());
        row.put("written", mark.written());
        if (mark.from() != null) {
            row.put("from", mark.from());
        }
        if (mark.across() != null) {
            row.put("x", mark.across());
        }
        if (mark.low() != null) {
            row.put("low", mark.low());
            row.put("high", mark.high());
        }
        return row;
    }

    private Map<String, Object> mark() {
        return switch (picture.shape()) {
            case NUMBER -> object("type", "text", "fontSize", 32, "align", "left", "x", 8);
            // A point without a number breaks its line; it is not passed over.
            case LINE, FORECAST ->
                object("type", "line", "point", picture.hasDots(), "invalid", "break-paths-show-path-domains");
            case SCATTER -> object("type", "point", "filled", true, "size", 70);
            case BAR, GROUPED, STACKED, WATERFALL -> object("type", "bar");
        };
    }

    private Map<String, Object> encoding() {
        var encoding =
                switch (picture.shape()) {
                    case NUMBER -> object("y", members(), "text", object("field", "written", "type", "nominal"));
                    case LINE, FORECAST -> object("x", time(), "y", number("value", picture.value(), false));
                    case SCATTER ->
                        object(
                                "x", number("x", java.util.Objects.requireNonNull(picture.across()), true),
                                "y", number("value", picture.value(), true));
                    case BAR -> object("y", members(), "x", number("value", picture.value(), true));
                    case GROUPED ->
                        object(
                                "y", members(),
                                "x", number("value", picture.value(), true),
                                "yOffset", object("field", "series", "type", "nominal", "sort", picture.series()));
                    case STACKED -> object("y", members(), "x", stacked());
                    case WATERFALL ->
                        object(
                                "y", members(),
                                "x", number("from", picture.value(), true),
                                "x2", object("field", "value"));
                };
        encoding.put("color", colour());
        encoding.put("tooltip", tooltip());
        return encoding;
    }

    private Map<String, Object> members() {
        return object("field", "member", "type", "nominal", "title", null, "sort", null);
    }

    private Map<String, Object> time() {
        return object(
                "field", "date", "type", "temporal", "title", picture.place(), "axis", object("format", "%-d %b %Y"));
    }

    private Map<String, Object> stacked() {
        var number = number("value", picture.value(), true);
        number.put("stack", "zero");
        return number;
    }

    // With one series a colour of its own, not a legend that says what the title says.
    private Map<String, Object> colour() {
        return picture.isColoured()
                ? object(
                        "field",
                        "series",
                        "type",
                        "nominal",
                        "title",
                        null,
                        "sort",
                        picture.series(),
                        "scale",
                        object(
                                "domain", picture.series(),
                                "range", picture.colours()))
                : object("value", Picture.COLOURS.getFirst());
    }

    /** The axis of a number, in its unit's words. */
    private Map<String, Object> number(String field, Axis axis, boolean fromZero) {
        return object(
                "field", field,
                "type", "quantitative",
                "title", axis.title(),
                "scale", object("zero", fromZero),
                "axis", labels(axis.unit()));
    }

    private Map<String, Object> labels(@Nullable String unit) {
        if ("percent".equals(unit)) {
            return object("format", ".1~%");
        }
        var sign = unit != null && FigureFormat.isMoney(unit) ? CurrencySign.before(unit) : "";
        return object(
                "labelExpr",
                "(datum.value < 0 ? '-' : '') + '%s' + ".formatted(sign)
                        + (sign.isEmpty() || "INR".equals(unit) ? inLakhs() : "format(abs(datum.value), ',.2~f')"));
    }

    private String inLakhs() {
        var words = Words.in(picture.language());
        return "(abs(datum.value) >= 1e7 ? format(abs(datum.value) / 1e7, ',.3~f') + '%s'"
                        .formatted(words.of("number.crore", "number", ""))
                + " : abs(datum.value) >= 1e5 ? format(abs(datum.value) / 1e5, ',.3~f') + '%s'"
                        .formatted(words.of("number.lakh", "number", ""))
                + " : format(abs(datum.value), ',.3~f'))";
    }

    private List<Map<String, Object>> tooltip() {
        var lines = new ArrayList<Map<String, Object>>();
        lines.add(
                picture.shape() == Shape.LINE || picture.shape() == Shape.FORECAST
                        ? object("field", "date", "type", "temporal", "title", picture.place())
                        : object("field", "member", "type", "nominal", "title", picture.place()));
        lines.add(object(
                "field",
                "series",
                "type",
                "nominal",
                "title",
                Words.in(picture.language()).of("chart.number")));
        lines.add(object(
                "field",
                "written",
                "type",
                "nominal",
                "title",
                Words.in(picture.language()).of("chart.value")));
        return lines;
    }

    /** Keys and values in turn, in this order. */
    private static Map<String, Object> object(@Nullable Object... keysAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
