package io.asktrail.gateway.socket;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a client's message means. */
sealed interface Said {
    /** {@code {"token":"…"}}: who the client is, at first or when the last token is about to expire. */
    record Token(String token) implements Said {}

    /**
     * {@code {"question":"…", …}}, with what {@code POST /v1/ask} takes besides.
     *
     * @param id of the client's choice, which comes back with every message about this question; null for none
     * @param request the body of {@code POST /v1/ask}; whether it is a good one is found out there
     */
    record Question(@Nullable String id, String request) implements Said {}

    /**
     * Anything else.
     *
     * @param why in words for whoever wrote the client
     */
    record Unclear(String why) implements Said {}

    static Said read(String message, JsonMapper json) {
        try {
            return json.readTree(message) instanceof ObjectNode object
                    ? read(object)
                    : new Unclear("A message is a JSON object: {\"question\":\"…\"} or, to log in, {\"token\":\"…\"}.");
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            return new Unclear("The message is not valid JSON at line %d, column %d."
                    .formatted(at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr()));
        }
    }

    private static Said read(ObjectNode object) {
        var token = object.get("token");
        if (token != null) {
            return token.isString() && object.size() == 1
                    ? new Token(token.asString())
                    : new Unclear("A message with a token holds nothing else: {\"token\":\"…\"}.");
        }
        if (!object.has("question")) {
            return new Unclear("The message has no question: send {\"question\":\"…\"}.");
        }
        var id = object.remove("id");
        return id == null || id.isString()
                ? new Question(id == null ? null : id.asString(), object.toString())
                : new Unclear("'id' has to be a text.");
    }
}
