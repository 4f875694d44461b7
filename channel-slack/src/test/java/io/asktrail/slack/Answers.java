package io.asktrail.slack;

import io.asktrail.contracts.answer.Answer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as the service writes them. */
public final class Answers {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Answers() {}

    public static ObjectNode words(String text) {
        var answer = (ObjectNode) JSON.readTree("""
                {"id":"ans_1","conversation_id":"c","status":"answered","question":"q","text":"","figures":[],"table":null,
                 "chart":null,"insights":[],"method":null,"assumptions":[],"caveats":[],"refusal":null,
                 "clarification":null,"followups":[],"reading":null,"task":null,"plan":null,"trail":[],
                 "scratchpad":[],"guardrails":[],"freshness":[],"policies":[],
                 "cost":{"model_calls":0,"tokens":0,"money":0},"cache":"miss","registry_version":"r","trace_id":null,
                 "took_ms":5}""");
        return answer.put("text", text);
    }

    /** With a table of so many states, each with its spend, and a chart. */
    public static ObjectNode states(int rows) {
        var answer = words("Spend by state.");
        answer.set("table", JSON.readTree("""
                {"columns":[{"id":"geo","label":"State","type":"text"},
                            {"id":"spend","label":"Spend","type":"number","unit":"INR"}],
                 "rows":[%s]}""".formatted(IntStream.range(0, rows)
                .mapToObj(n -> "[\"State %d\",%d.50]".formatted(n, 1_000_000 + n))
                .collect(Collectors.joining(",")))));
        answer.set("chart", JSON.readTree("{\"$schema\":\"https://vega.github.io/schema/vega-lite/v6.json\"}"));
        return answer.put("method", "Spend from Amazon Ads.");
    }

    /** One that asks back. */
    public static ObjectNode choice(String first, String second) {
        var answer = words("Which sales do you mean?").put("status", "clarification");
        var asked = answer.putObject("clarification").put("question", "Which sales do you mean?");
        var options = asked.putArray("options");
        for (var label : new String[] {first, second}) {
            options.addObject().put("label", label).set("task", task());
        }
        return answer;
    }

    /** Net sales by channel in a month. */
    public static ObjectNode task() {
        return (ObjectNode) JSON.readTree("""
                {"intent":"analytics.query","metrics":["net_sales"],"group_by":["channel"],
                 "time":{"start":"2025-10-01","end":"2025-10-31","tz":"Asia/Kolkata"}}""");
    }

    public static Answer read(ObjectNode answer) {
        return JSON.treeToValue(answer, Answer.class);
    }
}
