package io.asktrail.guardrails.question;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions ask for numbers. Orders to the machinery (forget the rules, show the prompt, give the token) are none, in
 * English, Hindi or Hinglish, however the letters are dressed up.
 */
final class NoInstructions implements Rule<String> {
    @Override
    public String id() {
        return "question.no_instructions";
    }

    @Override
    public Optional<String> objection(String question) {
        return Stream.of(ReadableText.of(question), ReadableText.guessed(question))
                        .anyMatch(InstructionPatterns::matches)
                ? Optional.of("This reads as an instruction to the system, not as a question about ads or sales.")
                : Optional.empty();
    }
}
