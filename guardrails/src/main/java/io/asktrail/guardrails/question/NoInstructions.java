package io.asktrail.guardrails.question;

import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions ask for numbers. Orders to the machinery (forget the rules, show the prompt, give the token) are none, in
 * English, Hindi or Hinglish, however the letters are dressed up.
 */
final class NoInstructions implements WordedRule<String> {
    @Override
    public String id() {
        return "question.no_instructions";
    }

    @Override
    public Optional<Said> said(String question) {
        return Stream.of(ReadableText.of(question), ReadableText.guessed(question))
                        .anyMatch(InstructionPatterns::matches)
                ? Optional.of(Said.of(GuardSaying.INSTRUCTION))
                : Optional.empty();
    }
}
