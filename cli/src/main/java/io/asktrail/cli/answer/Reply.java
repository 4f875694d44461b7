package io.asktrail.cli.answer;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of an answer is shown.
 *
 * @param language of its words
 * @param picture null if there is none, or none that a terminal can draw
 * @param notes caveats and insights, as sentences
 * @param askedBack the question back, if there is one
 * @param options ways to go on: answers to the question back, or the nearest tasks that can be answered
 * @param reason why it was refused
 */
public record Reply(
        String id,
        String conversationId,
        AnswerStatus status,
        Language language,
        String text,
        @Nullable Table table,
        @Nullable Picture picture,
        List<String> insights,
        @Nullable String method,
        List<String> notes,
        List<String> assumptions,
        @Nullable String askedBack,
        List<String> options,
        @Nullable String reason,
        Explanation explanation,
        long tookMs) {
    public Reply {
        insights = List.copyOf(insights);
        notes = List.copyOf(notes);
        assumptions = List.copyOf(assumptions);
        options = List.copyOf(options);
    }
}
