package io.asktrail.evals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client that knows nothing of the API but its OpenAPI document: it calls each address as the document says, and takes
 * nothing that the document does not say.
 */
final class DocumentedApi {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, _ -> {});

    private final Client client;
    private final ObjectNode document;

    DocumentedApi(Client client) {
        this.client = client;
        this.document = (ObjectNode) JSON.readTree(client.get("/openapi.json").body());
    }

    /** An address with a method, as the document lists it. */
    record Operation(String method, String path, JsonNode described) {
        String id() {
            return described.path("operationId").asString("");
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    all.add(new Operation(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
        return all;
    }

    /**
     * Calls an operation.
     *
     * @param values of the parameters in the path, by their names; one that is not among them is an id that nobody has
     * @param body to be sent; null for none
     */
    HttpResponse<String> call(Operation operation, Map<String, String> values, @Nullable String body) throws Exception {
        var address = operation.path();
        for (var parameter : operation.described().path("parameters")) {
            var name = parameter.get("name").asString();
            if (parameter.get("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", values.getOrDefault(name, "nobody-has-this"));
            }
        }
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return client.http()
                .send(
                        client.request(address)
                                .method(operation.method().toUpperCase(Locale.ROOT), publisher)
                                .build(),
                        BodyHandlers.ofString());
    }

    /** What is wrong with a reply by the document; empty if nothing. */
    List<String> faults(Operation operation, HttpResponse<String> reply) {
        var replies = operation.described().get("responses");
        var status = String.valueOf(reply.statusCode());
        var described = replies.has(status) ? replies.get(status) : replies.get("default");
        if (described == null) {
            return List.of("status %s is not described".formatted(status));
        }
        var content = resolved(described).path("content");
        if (reply.body().isEmpty()) {
            return List.of();
        }
        var type = reply.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        var schema = schemaOf(content, type);
        if (schema.isEmpty()) {
            return List.of(
                    "status %s comes as '%s', described are %s".formatted(status, type, content.propertyNames()));
        }
        return type.endsWith("json") ? checked(schema.get(), reply.body()) : List.of();
    }

    private static Optional<JsonNode> schemaOf(JsonNode content, String type) {
        if (content.has(type)) {
            return Optional.of(content.get(type).path("schema"));
        }
        return content.has("*/*") ? Optional.of(content.get("*/*").path("schema")) : Optional.empty();
    }

    private JsonNode resolved(JsonNode described) {
        var reference = described.path("$ref").asString("");
        return reference.isEmpty() ? described : document.at(reference.substring(1));
    }

    /** The schema with all that it may refer to, as its references are from the document's root. */
    private List<String> checked(JsonNode schema, String body) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.get("components"));
        return SCHEMAS.getSchema(whole.toString(), InputFormat.JSON).validate(body, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
