package io.asktrail.orchestrator;

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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** The OpenAPI document as callers of the gateway need it: public paths, bearer token, no inner address. */
final class PublicApiDocument implements OpenApiCustomizer {
    private static final String INNER = "/orchestrator";
    private static final String LOGIN = "token";
    private static final String ANSWER = "#/components/schemas/Answer";
    private static final String JSON = "application/json";
    private static final String ANYTHING = "*/*";

    @Override
    public void customise(OpenAPI document) {
        var paths = new Paths();
        document.getPaths().forEach((path, item) -> paths.addPathItem(path.substring(INNER.length()), item));
        document.setPaths(paths);
        // What these give cannot be seen from their methods: one of two things, and a value with a writer of its own.
        gives(post(document, "/v1/ask"), new Schema<Object>().$ref(ANSWER));
        gives(post(document, "/v1/query"), new Schema<Object>().$ref(ANSWER));
        gives(post(document, "/v1/plan"), new Schema<Object>().types(Set.of("object")));
        // With "since" beside its fields, which the library does not see through either.
        gives(get(document, "/v1/answers/{id}"), new Schema<Object>().$ref(ANSWER));
        document.setServers(List.of(new Server().url("/").description("This gateway")));
        document.setInfo(new Info()
                .title("Asktrail")
                .version("1")
                .description("Ask ads and sales data; get the number, the table, the chart and the trail."));
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        document.getComponents()
                .addSecuritySchemes(
                        LOGIN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        document.setSecurity(List.of(new SecurityRequirement().addList(LOGIN)));
    }

    private static @Nullable Operation post(OpenAPI document, String path) {
        var item = document.getPaths().get(path);
        return item == null ? null : item.getPost();
    }

    private static @Nullable Operation get(OpenAPI document, String path) {
        var item = document.getPaths().get(path);
        return item == null ? null : item.getGet();
    }

    private static void gives(@Nullable Operation operation, Schema<?> schema) {
        var reply = operation == null ? null : operation.getResponses().get("200");
        if (reply != null) {
            var content = reply.getContent() == null ? new Content() : reply.getContent();
            content.remove(ANYTHING);
            reply.setContent(content.addMediaType(JSON, new MediaType().schema(schema)));
        }
    }
}
