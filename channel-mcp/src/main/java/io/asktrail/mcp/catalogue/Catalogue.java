package io.asktrail.mcp.catalogue;

import io.asktrail.contracts.task.Help;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.TaskRequest;
import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.front.Refused;
import io.asktrail.mcp.transport.McpCall;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue as resources, as far as whoever reads them may see it. */
public final class Catalogue {
    private static final String METRICS = "asktrail://metrics";
    private static final String DIMENSIONS = "asktrail://dimensions";
    private static final String FRESHNESS = "asktrail://freshness";
    private static final String BY_ID = "/{id}";
    /** The protocol allows no more suggestions. */
    private static final int SUGGESTIONS = 100;

    private final Asktrail asktrail;
    private final JsonMapper json;

    public Catalogue(Asktrail asktrail, JsonMapper json) {
        this.asktrail = asktrail;
        this.json = json;
    }

    public List<SyncResourceSpecification> resources() {
        return List.of(
                resource(
                        METRICS,
                        "metrics",
                        "Metrics that can be asked for: meaning, unit, formula",
                        exchange -> asktrail.metrics(McpCall.callerOf(exchange)).stream()
                                .map(MetricEntry::of)
                                .toList()),
                resource(
                        DIMENSIONS,
                        "dimensions",
                        "What metrics can be split by and narrowed to",
                        exchange -> asktrail.dimensions(McpCall.callerOf(exchange)).stream()
                                .map(DimensionEntry::of)
                                .toList()),
                resource(
                        FRESHNESS,
                        "freshness",
                        "Which days each source holds, and from which on its numbers may still change",
                        exchange -> asktrail.query(McpCall.callerOf(exchange), freshness())
                                .freshness()));
    }

    public List<SyncResourceTemplateSpecification> templates() {
        return List.of(
                template(
                        METRICS + BY_ID,
                        "metric",
                        "One metric with all its names and the tables it is measured in",
                        (exchange, id) -> found(
                                asktrail.metrics(McpCall.callerOf(exchange)).stream()
                                        .filter(metric -> metric.id().equals(id)),
                                "metric",
                                id)),
                template(
                        DIMENSIONS + BY_ID,
                        "dimension",
                        "One dimension with the values that the catalogue knows",
                        (exchange, id) -> found(
                                asktrail.dimensions(McpCall.callerOf(exchange)).stream()
                                        .filter(dimension -> dimension.id().equals(id)),
                                "dimension",
                                id)));
    }

    /** Ids as they are typed. */
    public List<SyncCompletionSpecification> completions() {
        return List.of(
                completion(
                        METRICS + BY_ID,
                        exchange -> asktrail.metrics(McpCall.callerOf(exchange)).stream()
                                .map(metric -> metric.id())),
                completion(
                        DIMENSIONS + BY_ID,
                        exchange -> asktrail.dimensions(McpCall.callerOf(exchange)).stream()
                                .map(dimension -> dimension.id())));
    }

    private static TaskRequest freshness() {
        return new TaskRequest(
                Intent.META_HELP,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Help(Help.Topic.FRESHNESS, null),
                null,
                null,
                null,
                null);
    }

    private static Object found(Stream<?> some, String kind, String id) {
        return some.findFirst()
                .<Object>map(Function.identity())
                .orElseThrow(() -> McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
                        .message("There is no %s '%s' that you may see: read asktrail://%ss for those there are."
                                .formatted(kind, id, kind))
                        .build());
    }

    private SyncResourceSpecification resource(
            String uri, String name, String description, Function<McpSyncServerExchange, Object> content) {
        var resource = Resource.builder(uri, name)
                .description(description)
                .mimeType(MediaType.APPLICATION_JSON_VALUE)
                .build();
        return new SyncResourceSpecification(resource, reading((exchange, _) -> content.apply(exchange)));
    }

    private SyncResourceTemplateSpecification template(
            String uri, String name, String description, BiFunction<McpSyncServerExchange, String, Object> content) {
        var template = ResourceTemplate.builder(uri, name)
                .description(description)
                .mimeType(MediaType.APPLICATION_JSON_VALUE)
                .build();
        return new SyncResourceTemplateSpecification(
                template, reading((exchange, asked) -> content.apply(exchange, lastPart(asked))));
    }

    private static String lastPart(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private BiFunction<McpSyncServerExchange, ReadResourceRequest, ReadResourceResult> reading(
            BiFunction<McpSyncServerExchange, String, Object> content) {
        return (exchange, request) -> {
            try {
                var text = json.writeValueAsString(content.apply(exchange, request.uri()));
                return ReadResourceResult.builder(List.of(TextResourceContents.builder(request.uri(), text)
                                .mimeType(MediaType.APPLICATION_JSON_VALUE)
                                .build()))
                        .build();
            } catch (Refused refused) {
                throw error(refused);
            }
        };
    }

    private static SyncCompletionSpecification completion(
            String template, Function<McpSyncServerExchange, Stream<String>> ids) {
        return new SyncCompletionSpecification(
                new ResourceReference(template), (exchange, request) -> suggest(request, exchange, ids));
    }

    private static CompleteResult suggest(
            CompleteRequest request,
            McpSyncServerExchange exchange,
            Function<McpSyncServerExchange, Stream<String>> ids) {
        var begun = Objects.requireNonNullElse(request.argument().value(), "");
        try {
            var fitting = ids.apply(exchange).filter(id -> id.startsWith(begun)).toList();
            return new CompleteResult(new CompleteCompletion(
                    fitting.stream().limit(SUGGESTIONS).toList(), fitting.size(), fitting.size() > SUGGESTIONS));
        } catch (Refused refused) {
            throw error(refused);
        }
    }

    private static McpError error(Refused refused) {
        return McpError.builder(ErrorCodes.INTERNAL_ERROR)
                .message(refused.sentence())
                .build();
    }
}
