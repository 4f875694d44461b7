package io.asktrail.mcp.tool;

import io.asktrail.mcp.front.Asktrail;
import io.asktrail.mcp.shorten.Shortener;
import io.asktrail.mcp.shorten.SlimTasks;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.List;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The four tools, as assistants are told of them. */
public final class Tools {
    private final Asktrail asktrail;
    private final JsonMapper json;
    private final Schemas schemas;
    private final SlimTasks tasks;
    private final int usualRows;
    private final DataSize mostBytes;

    /**
     * @param usualRows how many rows of a table a result carries, if the assistant does not say
     * @param mostBytes how large a result may be
     */
    public Tools(Asktrail asktrail, JsonMapper json, int usualRows, DataSize mostBytes) {
        this.asktrail = asktrail;
        this.json = json;
        this.schemas = new Schemas(json);
        this.tasks = new SlimTasks(json);
        this.usualRows = usualRows;
        this.mostBytes = mostBytes;
    }

    public List<SyncToolSpecification> all() {
        var shortener = new Shortener(json, tasks, mostBytes);
        return List.of(
                tool(
                        "ask",
                        "Ask about ads and sales",
                        "Answers a question about ads or sales in plain language: numbers, comparisons, rankings, trends,"
                                + " why something changed. The numbers are worked out by Asktrail: quote them as they are.",
                        "answer.output",
                        false,
                        new AskTool(asktrail, shortener, json, usualRows)),
                tool(
                        "query_metrics",
                        "Query metrics",
                        "Answers a structured query, no language involved: metrics by dimensions over a period, with"
                                + " filters, comparison and calculations. Ids come from list_metrics.",
                        "answer.output",
                        true,
                        new QueryTool(asktrail, shortener, json, usualRows)),
                tool(
                        "list_metrics",
                        "List metrics",
                        "Finds metrics by words, with meaning, unit and formula; the first page also names the dimensions"
                                + " they can be split by.",
                        "list_metrics.output",
                        true,
                        new MetricsTool(asktrail, json)),
                tool(
                        "explain_answer",
                        "Explain an answer",
                        "Tells how an answer came about: method, formulas, which words were understood as what, every step"
                                + " with its query, and whether the figures still stand today.",
                        "explain_answer.output",
                        true,
                        new ExplainTool(asktrail, tasks, json, mostBytes.toBytes())));
    }

    /** @param repeatable whether calling it twice leaves nothing behind that calling it once does not */
    private SyncToolSpecification tool(
            String name, String title, String description, String output, boolean repeatable, ToolWork work) {
        var tool = Tool.builder(name, schemas.read(name + ".input"))
                .title(title)
                .description(description)
                .outputSchema(schemas.read(output))
                .annotations(ToolAnnotations.builder()
                        .title(title)
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(repeatable)
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(tool)
                .callHandler(Guarded.work(work))
                .build();
    }
}
