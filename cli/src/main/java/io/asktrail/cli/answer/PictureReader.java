package io.asktrail.cli.answer;

import io.asktrail.cli.answer.Picture.Mark;
import io.asktrail.cli.answer.Picture.Shape;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The data inside a Vega-Lite specification of ours; another's is not understood, and not drawn. */
final class PictureReader {
    private PictureReader() {}

    static @Nullable Picture read(JsonNode chart) {
        var shape = shape(Nodes.textOr(chart.path("usermeta").path("asktrail"), "shape", ""));
        return shape.map(known -> new Picture(
                        known,
                        Nodes.textOr(chart.path("title"), "text", ""),
                        Nodes.items(chart.path("data"), "values")
                                .map(PictureReader::mark)
                                .toList()))
                .orElse(null);
    }

    private static Optional<Shape> shape(String name) {
        return Stream.of(Shape.values())
                .filter(shape -> shape.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static Mark mark(JsonNode value) {
        return new Mark(
                Nodes.textOr(value, "member", Nodes.textOr(value, "date", "")),
                Nodes.textOr(value, "series", ""),
                number(value, "value"),
                Nodes.textOr(value, "written", ""),
                number(value, "from"));
    }

    private static @Nullable BigDecimal number(JsonNode node, String field) {
        var value = node.get(field);
        return value != null && value.isNumber() ? value.decimalValue() : null;
    }
}
