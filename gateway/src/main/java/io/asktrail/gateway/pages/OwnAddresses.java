package io.asktrail.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's own part of the OpenAPI document: its addresses, and how it refuses requests to any address. */
final class OwnAddresses {
    private static final String FILE = "asktrail-gateway-openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String OTHERWISE = "default";

    private final ObjectNode own;

    private OwnAddresses(ObjectNode own) {
        this.own = own;
    }

    static OwnAddresses read(JsonMapper json) {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return new OwnAddresses((ObjectNode) json.readTree(file));
        } catch (IOException absent) {
            throw new UncheckedIOException(FILE + " is not on the class path", absent);
        }
    }

    /**
     * The document of the inside with these addresses, with problems wherever nothing else is said of failures, and with
     * null wherever something may be absent.
     */
    ObjectNode addedTo(ObjectNode document) {
        for (var path : document.withObject("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    sayHowItFails(operation.getValue());
                }
            }
        }
        Kinds.mayOverlapIn(document);
        AbsentOrNull.allowedIn(document.path("components").path("schemas"));
        merge(own, document);
        return document;
    }

    private static void sayHowItFails(JsonNode operation) {
        var replies = ((ObjectNode) operation).withObject("responses");
        if (!replies.has(OTHERWISE)) {
            replies.putObject(OTHERWISE).put("$ref", "#/components/responses/Problem");
        }
    }

    private static void merge(ObjectNode from, ObjectNode into) {
        for (var field : from.properties()) {
            if (field.getValue() instanceof ObjectNode inner && into.get(field.getKey()) instanceof ObjectNode there) {
                merge(inner, there);
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
