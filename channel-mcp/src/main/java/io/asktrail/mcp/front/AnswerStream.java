package io.asktrail.mcp.front;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.service.problem.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event stream from its stages to its answer. */
final class AnswerStream {
    private final JsonMapper json;
    private final Consumer<StageSeen> stages;

    AnswerStream(JsonMapper json, Consumer<StageSeen> stages) {
        this.json = json;
        this.stages = stages;
    }

    Answer read(InputStream body) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        var event = "";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("event:")) {
                event = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip());
            } else if (line.isEmpty() && !data.isEmpty()) {
                var answer = take(event, data.toString());
                if (answer.isPresent()) {
                    return answer.get();
                }
                data.setLength(0);
            }
        }
        throw Refused.cutShort();
    }

    private Optional<Answer> take(String event, String data) {
        return switch (event) {
            case "answer" -> Optional.of(json.readValue(data, Answer.class));
            case "error" -> throw Refused.of(json.readValue(data, Problem.class));
            default -> {
                seen(event, json.readTree(data)).ifPresent(stages);
                yield Optional.empty();
            }
        };
    }

    private static Optional<StageSeen> seen(String event, JsonNode data) {
        return switch (event) {
            case "understood" -> Optional.of(understood(data));
            case "planned" -> {
                var steps = data.path("steps").size();
                yield Optional.of(
                        new StageSeen(steps == 1 ? "Planned 1 step" : "Planned %d steps".formatted(steps), steps));
            }
            case "step" -> Optional.of(step(data));
            case "thought" -> Optional.of(StageSeen.of("Looked at what came, and on"));
            // What a newer service tells beside these is no reason to fail.
            default -> Optional.empty();
        };
    }

    private static StageSeen understood(JsonNode reading) {
        var metrics = reading.path("task")
                .path("metrics")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
        return StageSeen.of(
                switch (reading.path("status").asString("")) {
                    case "understood" -> metrics.isEmpty() ? "Understood the question" : "Understood: " + metrics;
                    case "unclear" -> "The question has more than one meaning";
                    default -> "Read the question";
                });
    }

    private static StageSeen step(JsonNode step) {
        var agent = step.path("agent").asString("a step");
        var error = step.path("error").asString("");
        return StageSeen.of(
                error.isEmpty()
                        ? "%s: %d rows in %d ms"
                                .formatted(
                                        agent,
                                        step.path("rows").asLong(),
                                        step.path("ms").asLong())
                        : "%s: %s".formatted(agent, error));
    }
}
