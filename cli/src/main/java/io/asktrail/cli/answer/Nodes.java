package io.asktrail.cli.answer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading nodes where anything may be missing. */
final class Nodes {
    private Nodes() {}

    /** The text or number of a field as text; null if there is none. */
    static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || value.isNull() || value.isContainer() ? null : asText(value);
    }

    static String textOr(JsonNode node, String field, String otherwise) {
        return Objects.requireNonNullElse(text(node, field), otherwise);
    }

    static Stream<JsonNode> items(JsonNode node, String field) {
        var list = node.get(field);
        return list != null && list.isArray() ? list.values().stream() : Stream.empty();
    }

    static List<String> texts(JsonNode node, String field) {
        return items(node, field).map(Nodes::asText).toList();
    }

    static String asText(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }
}
