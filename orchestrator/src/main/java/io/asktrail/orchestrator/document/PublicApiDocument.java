package io.asktrail.orchestrator.document;

import io.asktrail.contracts.task.Export;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** The OpenAPI document as callers of the gateway need it: public paths, bearer token, no inner address. */
final class PublicApiDocument implements OpenApiCustomizer {
    private static final String INNER = "/orchestrator";
    private static final String LOGIN = "token";
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    @Override
    public void customise(OpenAPI document) {
        var paths = new Paths();
        document.getPaths().forEach((path, item) -> paths.addPathItem(path.substring(INNER.length()), item));
        document.setPaths(paths);
        document.setServers(List.of(new Server().url("/").description("This gateway")));
        document.setInfo(new Info()
                .title("Asktrail")
                .version("1")
                .description("Ask ads and sales data; get the number, the table, the chart and the trail."));
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        describeReplies(document);
        // With "since" beside its fields, which the library does not see through.
        document.getComponents().addSchemas("StoredAnswer", answerWithItsChanges());
        // An answer to a task has none. Makers of clients want that said of a union itself, not where it stands.
        var reading = document.getComponents().getSchemas().get("Reading");
        if (reading != null) {
            reading.addOneOfItem(new Schema<>().types(Set.of("null")));
        }
        // Only the way in which events are sent.
        document.getComponents().getSchemas().remove("SseEmitter");
        document.getComponents()
                .addSecuritySchemes(
                        LOGIN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        document.setSecurity(List.of(new SecurityRequirement().addList(LOGIN)));
    }

    /** What these give cannot be seen from their methods: one of two things, bytes, events, one thing unfolded. */
    private static void describeReplies(OpenAPI document) {
        gives(post(document, "/v1/ask"), Map.of(JSON, known("Answer"), EVENTS, events()));
        gives(get(document, "/v1/runs/{id}"), Map.of(JSON, known("RunView"), EVENTS, events()));
        gives(post(document, "/v1/query"), Map.of(JSON, known("Answer")));
        gives(get(document, "/v1/answers/{id}"), Map.of(JSON, known("StoredAnswer")));
        gives(get(document, "/v1/answers/{id}/chart.png"), Map.of("image/png", bytes()));
        gives(get(document, "/v1/answers/{id}/chart.svg"), Map.of("image/svg+xml", bytes()));
        gives(
                get(document, "/v1/exports/{id}"),
                Arrays.stream(Export.Format.values())
                        .collect(Collectors.toMap(Export.Format::contentType, _ -> bytes())));
    }

    private static void gives(@Nullable Operation operation, Map<String, Schema<?>> byType) {
        var reply = operation == null ? null : operation.getResponses().get("200");
        if (reply != null) {
            var content = new Content();
            byType.keySet().stream()
                    .sorted()
                    .forEach(type -> content.addMediaType(type, new MediaType().schema(byType.get(type))));
            reply.setContent(content);
        }
    }

    private static Schema<?> known(String name) {
        return new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + name);
    }

    private static Schema<?> answerWithItsChanges() {
        var more = new Schema<>().types(Set.of("object")).addProperty("since", known("Since"));
        return new Schema<>().addAllOfItem(known("Answer")).addAllOfItem(more);
    }

    private static Schema<?> bytes() {
        return new Schema<>().types(Set.of("string")).format("binary");
    }

    private static Schema<?> events() {
        return new Schema<>()
                .types(Set.of("string"))
                .description("Server-sent events, the stages as they happen; the last is answer or error");
    }

    private static @Nullable Operation post(OpenAPI document, String path) {
        var item = document.getPaths().get(path);
        return item == null ? null : item.getPost();
    }

    private static @Nullable Operation get(OpenAPI document, String path) {
        var item = document.getPaths().get(path);
        return item == null ? null : item.getGet();
    }
}
