package io.asktrail.testkit.slack;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The blocks of a message, and what Slack refuses of them. */
final class Blocks {
    private Blocks() {}

    /** What Slack would refuse of a message. */
    static @Nullable String fault(Map<String, String> arguments, JsonNode blocks) {
        if (Objects.requireNonNullElse(arguments.get("text"), "").length() > 4_000) {
            return "msg_too_long";
        }
        if (blocks.size() > 50) {
            return "invalid_blocks";
        }
        for (var block : blocks) {
            if (block.path("text").path("text").asString("").length() > 3_000
                    || block.path("elements").size() > 25) {
                return "invalid_blocks";
            }
            for (var element : block.path("elements")) {
                if (element.path("type").asString().equals("button")
                        && (element.path("text").path("text").asString().length() > 75
                                || element.path("value").asString("").length() > 2_000)) {
                    return "invalid_blocks";
                }
            }
        }
        return null;
    }

    static JsonNode of(Map<String, String> arguments) {
        return JsonMapper.shared().readTree(Objects.requireNonNullElse(arguments.get("blocks"), "[]"));
    }

    static String words(JsonNode blocks) {
        var words = new ArrayList<String>();
        for (var block : blocks) {
            if (block.has("text")) {
                words.add(block.path("text").path("text").asString());
            }
            for (var element : block.path("elements")) {
                var text = element.path("text");
                words.add(text.isString() ? text.asString() : text.path("text").asString(""));
            }
        }
        return String.join("\n", words);
    }
}
