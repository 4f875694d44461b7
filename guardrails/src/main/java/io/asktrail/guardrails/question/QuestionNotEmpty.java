package io.asktrail.guardrails.question;

import io.asktrail.guardrails.Rule;
import java.util.Optional;

/** There is something to read. */
final class QuestionNotEmpty implements Rule<String> {
    @Override
    public String id() {
        return "question.not_empty";
    }

    @Override
    public Optional<String> objection(String question) {
        return question.codePoints().anyMatch(Character::isLetterOrDigit)
                ? Optional.empty()
                : Optional.of("The question is empty: ask for a number, for example \"spend last week\".");
    }
}
