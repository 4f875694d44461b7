package io.asktrail.guardrails.question;

import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.util.Optional;

/** A question is a few sentences; what is longer is a document, or an attack on the readers behind. */
final class QuestionSize implements WordedRule<String> {
    static final int MOST_CHARACTERS = 4_000;

    @Override
    public String id() {
        return "question.size";
    }

    @Override
    public Optional<Said> said(String question) {
        var length = question.codePointCount(0, question.length());
        return length <= MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(Said.of(GuardSaying.LONG_QUESTION).number(length).number(MOST_CHARACTERS));
    }
}
