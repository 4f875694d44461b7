package io.asktrail.contracts.verified;

import io.asktrail.contracts.id.VerifiedId;
import io.asktrail.contracts.task.TaskRequest;
import java.util.List;
import java.util.Objects;

/**
 * A question whose task is known to be right. Its wordings may leave words open: {@code {time}} for any period,
 * {@code {limit}} for a number of rows, {@code {geo}} (any dimension) for a value that is kept.
 *
 * @param questions ways to ask it; none of them has a word more or less than what is asked may have
 * @param task what is meant where nothing is left open, or what was left open is not said
 */
public record VerifiedQuestion(VerifiedId id, List<String> questions, TaskRequest task) {
    public VerifiedQuestion {
        Objects.requireNonNull(id, "a verified question has an id: small letters, digits and _");
        Objects.requireNonNull(task, "a verified question has a task: what it means");
        questions = questions == null ? List.of() : List.copyOf(questions);
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("a verified question has at least one wording: give 'questions'");
        }
    }
}
