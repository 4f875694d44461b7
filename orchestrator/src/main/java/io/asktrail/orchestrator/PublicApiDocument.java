package io.asktrail.orchestrator;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** The OpenAPI document as callers of the gateway need it: public paths, bearer token, no inner address. */
final class PublicApiDocument implements OpenApiCustomizer {
    private static final String INNER = "/orchestrator";
    private static final String LOGIN = "token";

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
        document.getComponents()
                .addSecuritySchemes(
                        LOGIN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
        document.setSecurity(List.of(new SecurityRequirement().addList(LOGIN)));
    }
}
