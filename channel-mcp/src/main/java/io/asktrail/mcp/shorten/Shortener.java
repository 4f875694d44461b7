package io.asktrail.mcp.shorten;

import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Answers that fit into the context of a model: so many rows, so many bytes, text and structure together. */
public final class Shortener {
    private final JsonMapper json;
    private final SlimTasks tasks;
    private final DataSize most;

    public Shortener(JsonMapper json, SlimTasks tasks, DataSize most) {
        this.json = json;
        this.tasks = tasks;
        this.most = most;
    }

    /**
     * The answer as a tool gives it.
     *
     * @param rows at most so many of the table's
     */
    public CallToolResult result(Answer answer, int rows) {
        return candidates(answer, rows)
                .map(shorter -> new Sized(shorter, AnswerText.of(shorter)))
                .filter(sized -> bytes(sized) <= most.toBytes())
                .findFirst()
                .map(Sized::result)
                // Nothing is left out of this one that could be: it is as short as an answer gets.
                .orElseGet(() -> {
                    var bare = ShortAnswer.of(answer, 0, tasks).withoutTable();
                    return new Sized(bare, AnswerText.of(bare)).result();
                });
    }

    // Rows go before words: the words say what the rows are.
    private Stream<ShortAnswer> candidates(Answer answer, int rows) {
        var fewer = IntStream.iterate(Math.max(1, rows), n -> n > 0, n -> n / 2)
                .mapToObj(n -> ShortAnswer.of(answer, n, tasks));
        var barely = Stream.of(1, 0).map(n -> ShortAnswer.of(answer, n, tasks).withoutDetails());
        return Stream.concat(fewer, barely);
    }

    private record Sized(ShortAnswer answer, String text) {
        CallToolResult result() {
            return CallToolResult.builder()
                    .addTextContent(text)
                    .structuredContent(answer)
                    .isError(answer.status() == AnswerStatus.FAILED)
                    .build();
        }
    }

    private long bytes(Sized sized) {
        // The text is written as a JSON string, in which a line break takes two bytes.
        return (long) json.writeValueAsBytes(sized.answer()).length
                + sized.text().getBytes(StandardCharsets.UTF_8).length
                + sized.text().lines().count();
    }
}
