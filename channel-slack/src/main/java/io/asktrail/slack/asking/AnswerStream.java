package io.asktrail.slack.asking;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events of a question on its way: sentences for the stages, and the answer at the end. */
final class AnswerStream {
    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    private final JsonMapper json;
    private final Consumer<String> stages;
    private int steps;
    private int done;

    AnswerStream(JsonMapper json, Consumer<String> stages) {
        this.json = json;
        this.stages = stages;
    }

    /** @throws SuiteException if the stream ends with a failure, or without an answer */
    Answer read(InputStream stream) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        var event = "";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(EVENT)) {
                event = line.substring(EVENT.length()).strip();
            } else if (line.startsWith(DATA)) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(DATA.length()));
            } else if (line.isEmpty() && !data.isEmpty()) {
                var answer = happened(event, data.toString());
                if (answer != null) {
                    return answer;
                }
                event = "";
                data.setLength(0);
            }
        }
        throw new SuiteException(
                ErrorCode.AGENT_DOWN, "Asktrail stopped in the middle of this question: please ask again.");
    }

    private @Nullable Answer happened(String event, String data) {
        switch (event) {
            case "answer" -> {
                return json.readValue(data, Answer.class);
            }
            case "error" -> throw failure(json.readTree(data));
            case "understood" -> stages.accept("Understood. Planning…");
            case "planned" -> {
                steps = json.readTree(data).path("steps").size();
                stages.accept("Fetching the numbers…");
            }
            case "step" ->
                stages.accept("Fetching the numbers: %d of %d steps done…".formatted(++done, Math.max(steps, done)));
            case "thought" -> stages.accept("Looking closer…");
            default -> {} // a stage that a newer service tells of
        }
        return null;
    }

    private static SuiteException failure(JsonNode problem) {
        var detail = problem.path("detail").asString("Asktrail failed at this question: please try again.");
        return new SuiteException(code(problem.path("code").asString("")), detail);
    }

    private static ErrorCode code(String name) {
        try {
            return ErrorCode.valueOf(name);
        } catch (IllegalArgumentException _) {
            return ErrorCode.BROKEN_INVARIANT;
        }
    }
}
