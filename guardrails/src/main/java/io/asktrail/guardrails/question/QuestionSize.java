package io.asktrail.guardrails.question;

import io.asktrail.guardrails.Rule;
import java.util.Optional;

/** A question is a few sentences; what is longer is a document, or an attack on the readers behind. */
final class QuestionSize implements Rule<String> {
    static final int MOST_CHARACTERS = 4_000;

    @Override
    public String id() {
        return "question.size";
    }

    @Override
    public Optional<String> objection(String question) {
        var length = question.codePointCount(0, question.length());
        return length <= MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(
                        "The question has %d characters: say it in at most %d.".formatted(length, MOST_CHARACTERS));
    }
}
