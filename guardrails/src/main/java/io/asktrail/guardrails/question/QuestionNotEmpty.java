package io.asktrail.guardrails.question;

import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.util.Optional;

/** There is something to read. */
final class QuestionNotEmpty implements WordedRule<String> {
    @Override
    public String id() {
        return "question.not_empty";
    }

    @Override
    public Optional<Said> said(String question) {
        return question.codePoints().anyMatch(Character::isLetterOrDigit)
                ? Optional.empty()
                : Optional.of(Said.of(GuardSaying.EMPTY_QUESTION));
    }
}
