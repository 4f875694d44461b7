package io.asktrail.mcp.shorten;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.Answer;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.Caveat;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.result.Freshness;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What of an answer an assistant needs. Every number in it stands in the answer: nothing is rounded, added up or left
 * out without saying so.
 *
 * @param text the answer in a sentence or two
 * @param choices ways to read a question that has several, where {@code status} is {@code clarification}; or tasks that
 *     can be answered instead of a refused one
 * @param next what to do now, where that is not plain
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ShortAnswer(
        @JsonProperty("answer_id") String answerId,
        @JsonProperty("conversation_id") String conversationId,
        AnswerStatus status,
        String text,
        @Nullable ShortTable table,
        List<String> insights,
        List<String> assumptions,
        List<Caveat> caveats,
        @Nullable String method,
        List<Choice> choices,
        @Nullable ErrorCode code,
        List<Freshness> freshness,
        @Nullable ExportedFile export,
        @Nullable String next) {

    /**
     * Something to choose.
     *
     * @param label in words; null for a task that has none
     * @param task as {@code query_metrics} takes it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(@Nullable String label, JsonNode task) {}

    static ShortAnswer of(Answer answer, int rows, SlimTasks tasks) {
        return new ShortAnswer(
                answer.id(),
                answer.conversationId(),
                answer.status(),
                text(answer),
                answer.table() == null ? null : ShortTable.of(answer.table(), rows),
                answer.insights(),
                answer.assumptions(),
                answer.caveats(),
                answer.method(),
                choices(answer, tasks),
                answer.refusal() == null ? null : answer.refusal().code(),
                answer.freshness(),
                answer.export(),
                next(answer));
    }

    // The text often is the reason or the question back itself: said once is enough.
    private static String text(Answer answer) {
        var more = Stream.<@Nullable String>of(
                        answer.refusal() == null ? null : answer.refusal().reason(),
                        answer.clarification() == null
                                ? null
                                : answer.clarification().question())
                .filter(sentence -> sentence != null && !answer.text().contains(sentence));
        return String.join(
                " ",
                Stream.concat(Stream.of(answer.text()), more)
                        .filter(part -> !part.isBlank())
                        .toList());
    }

    private static List<Choice> choices(Answer answer, SlimTasks tasks) {
        if (answer.clarification() != null) {
            return answer.clarification().options().stream()
                    .map(option -> new Choice(option.label(), tasks.slim(option.task())))
                    .toList();
        }
        return answer.refusal() == null
                ? List.of()
                : answer.refusal().nearest().stream()
                        .map(task -> new Choice(null, tasks.slim(task)))
                        .toList();
    }

    private static @Nullable String next(Answer answer) {
        return switch (answer.status()) {
            case ANSWERED, PARTIAL -> null;
            case CLARIFICATION ->
                answer.clarification() == null
                                || answer.clarification().options().isEmpty()
                        ? "Put this question to the user; then call ask with their answer and this conversation_id."
                        : "Let the user choose; then call ask with the label as question and this conversation_id,"
                                + " or query_metrics with the task.";
            case REFUSED ->
                answer.refusal() == null || answer.refusal().nearest().isEmpty()
                        ? "Tell the user the reason; no number can be given."
                        : "Tell the user the reason, and offer the choices: query_metrics takes their tasks.";
            case FAILED -> "Tell the user that it failed; ask again in a moment. Give no number.";
        };
    }

    /** The same without what is said elsewhere too: {@code explain_answer} has it all. */
    ShortAnswer withoutDetails() {
        return new ShortAnswer(
                answerId,
                conversationId,
                status,
                Cut.to(text, Cut.PARAGRAPH),
                table,
                insights.stream()
                        .limit(Cut.FEW)
                        .map(text -> Cut.to(text, Cut.SENTENCE))
                        .toList(),
                assumptions.stream()
                        .limit(Cut.FEW)
                        .map(text -> Cut.to(text, Cut.SENTENCE))
                        .toList(),
                caveats.stream()
                        .limit(Cut.FEW)
                        .map(caveat -> new Caveat(caveat.code(), Cut.to(caveat.text(), Cut.SENTENCE)))
                        .toList(),
                null,
                choices.stream().limit(Cut.FEW).toList(),
                code,
                List.of(),
                export,
                "This answer was shortened to fit: explain_answer tells the rest." + (next == null ? "" : " " + next));
    }

    /** The same without its table: what does not fit is not begun. */
    ShortAnswer withoutTable() {
        var bare = withoutDetails();
        return new ShortAnswer(
                bare.answerId,
                bare.conversationId,
                bare.status,
                bare.text,
                null,
                bare.insights,
                bare.assumptions,
                bare.caveats,
                null,
                List.of(),
                bare.code,
                List.of(),
                bare.export,
                "The table is too wide to be shown here: ask for fewer metrics or groups."
                        + (next == null ? "" : " " + next));
    }
}
