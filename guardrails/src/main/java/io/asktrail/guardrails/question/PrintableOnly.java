package io.asktrail.guardrails.question;

import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.util.Optional;

/** No control characters and nothing that makes text look other than it reads (overrides of writing direction). */
final class PrintableOnly implements WordedRule<String> {
    @Override
    public String id() {
        return "question.printable";
    }

    @Override
    public Optional<Said> said(String question) {
        return question.codePoints().anyMatch(PrintableOnly::isHidden)
                ? Optional.of(Said.of(GuardSaying.CONTROL_CHARACTERS))
                : Optional.empty();
    }

    // Joiners (U+200C, U+200D) stay: Hindi words are written with them.
    private static boolean isHidden(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t')
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || (character >= 0xE0000 && character <= 0xE01EF)
                || Character.getType(character) == Character.SURROGATE;
    }
}
