package io.asktrail.mcp.prompt;

import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.List;
import java.util.function.Function;

/** What people choose from a menu instead of typing. */
public final class Prompts {
    private static final String METRIC = "metric";
    private static final String PERIOD = "period";

    private Prompts() {}

    public static List<SyncPromptSpecification> all() {
        return List.of(
                prompt(
                        "weekly_review",
                        "Weekly review",
                        "How ads and sales did last week, against the week before, and what stands out",
                        List.of(),
                        _ ->
                                "Review last week with Asktrail. Ask for spend, attributed sales, ROAS, ACOS and net sales of"
                                        + " last week against the week before; then the same by channel; then what is unusual and what is"
                                        + " wasted. Sum it up in ten lines at most: numbers as Asktrail gives them with their answer ids,"
                                        + " caveats included, and at the end two questions worth asking next."),
                prompt(
                        "why_did_it_change",
                        "Why did it change?",
                        "What a change of one metric comes from",
                        List.of(
                                PromptArgument.builder(METRIC)
                                        .description("The metric, by id or in words, e.g. roas")
                                        .required(true)
                                        .build(),
                                PromptArgument.builder(PERIOD)
                                        .description("The period, e.g. last week; the last 28 days if left out")
                                        .required(false)
                                        .build()),
                        request ->
                                "Find out with Asktrail why %s changed%s. Ask it why first; then look at the two parts that"
                                                .formatted(argument(request, METRIC, "the metric"), in(request))
                                        + " moved it most, one question each. Explain it in plain words with the numbers as Asktrail"
                                        + " gives them, their answer ids, and what is not certain."));
    }

    private static String in(GetPromptRequest request) {
        var period = argument(request, PERIOD, "");
        return period.isBlank() ? "" : " in " + period;
    }

    private static String argument(GetPromptRequest request, String name, String otherwise) {
        return request.arguments() != null && request.arguments().get(name) instanceof String text ? text : otherwise;
    }

    private static SyncPromptSpecification prompt(
            String name,
            String title,
            String description,
            List<PromptArgument> arguments,
            Function<GetPromptRequest, String> text) {
        var prompt = Prompt.builder(name)
                .title(title)
                .description(description)
                .arguments(arguments)
                .build();
        return new SyncPromptSpecification(
                prompt,
                (_, request) -> GetPromptResult.builder(List.of(PromptMessage.builder(
                                        Role.USER,
                                        TextContent.builder(text.apply(request)).build())
                                .build()))
                        .description(description)
                        .build());
    }
}
