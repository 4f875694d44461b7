package io.asktrail.slack.asking;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.slack.message.Words;
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
    private final Language language;
    private int steps;
    private int done;

    /** @param language of the question, in which the stages are told */
    AnswerStream(JsonMapper json, Consumer<String> stages, Language language) {
        this.json = json;
        this.stages = stages;
        this.language = language;
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
        throw new SuiteException(ErrorCode.AGENT_DOWN, Words.STOPPED.in(language));
    }

    private @Nullable Answer happened(String event, String data) {
        switch (event) {
            case "answer" -> {
                return json.readValue(data, Answer.class);
            }
            case "error" -> throw failure(json.readTree(data), language);
            case "understood" -> stages.accept(Words.PLANNING.in(language));
            case "planned" -> {
                steps = json.readTree(data).path("steps").size();
                stages.accept(Words.FETCHING.in(language));
            }
            case "step" -> stages.accept(Words.FETCHED.in(language, ++done, Math.max(steps, done)));
            case "thought" -> stages.accept(Words.LOOKING_CLOSER.in(language));
            default -> {} // a stage that a newer service tells of
        }
        return null;
    }

    private static SuiteException failure(JsonNode problem, Language language) {
        var detail = problem.path("detail").asString(Words.FAILED.in(language));
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
