package io.asktrail.mcp.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.mcp.catalogue.DimensionEntry;
import io.asktrail.mcp.catalogue.MetricEntry;
import io.asktrail.mcp.catalogue.MetricSearch;
import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.transport.McpCall;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code list_metrics}: what can be asked for, a page at a time. */
final class MetricsTool implements ToolWork {
    private static final int USUAL_PAGE = 25;

    private final Asktrail asktrail;
    private final JsonMapper json;

    MetricsTool(Asktrail asktrail, JsonMapper json) {
        this.asktrail = asktrail;
        this.json = json;
    }

    /** @param cursor as the page before gave it: where to go on */
    record Arguments(
            @Nullable String search,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    /**
     * @param total how many metrics were found
     * @param nextCursor null on the last page
     * @param dimensions what they can be split by; on the first page alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            List<MetricEntry> metrics,
            int total,
            @JsonProperty("next_cursor") @Nullable String nextCursor,
            @Nullable List<DimensionEntry> dimensions) {}

    @Override
    public CallToolResult of(McpSyncServerExchange exchange, CallToolRequest request) {
        var arguments = json.convertValue(request.arguments(), Arguments.class);
        var caller = McpCall.callerOf(exchange);
        var found = MetricSearch.find(Objects.requireNonNullElse(arguments.search(), ""), asktrail.metrics(caller));
        // The schema lets digits in and nothing else, and few enough to be a number.
        var from = Math.min(found.size(), arguments.cursor() == null ? 0 : Integer.parseInt(arguments.cursor()));
        var to = Math.min(found.size(), from + Objects.requireNonNullElse(arguments.limit(), USUAL_PAGE));
        var page = new Page(
                found.subList(from, to).stream().map(MetricEntry::of).toList(),
                found.size(),
                to < found.size() ? Integer.toString(to) : null,
                from > 0
                        ? null
                        : asktrail.dimensions(caller).stream()
                                .map(DimensionEntry::of)
                                .toList());
        return CallToolResult.builder()
                .addTextContent(text(page))
                .structuredContent(page)
                .build();
    }

    private static String text(Page page) {
        if (page.total() == 0) {
            return "No metric is about these words: search for others, or list all without 'search'.";
        }
        var metrics = page.metrics().stream().map(MetricsTool::line).collect(Collectors.joining("\n"));
        var more = page.nextCursor() == null ? "" : "\nMore: cursor %s.".formatted(page.nextCursor());
        var dimensions = page.dimensions() == null
                ? ""
                : "\nSplit by or narrow to: "
                        + page.dimensions().stream().map(DimensionEntry::id).collect(Collectors.joining(", "));
        return "%d of %d metrics\n%s%s%s".formatted(page.metrics().size(), page.total(), metrics, more, dimensions);
    }

    private static String line(MetricEntry metric) {
        return "%s: %s (%s)%s"
                .formatted(
                        metric.id(),
                        metric.label(),
                        metric.unit(),
                        metric.formula() == null ? "" : " = " + metric.formula());
    }
}
