package io.asktrail.registry.verified;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One way to ask a verified question: words with slots between them, in their order. */
public record Wording(String text, List<Part> parts) {
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");

    /** Words, or a place that is left open. */
    public sealed interface Part {
        record Words(String text) implements Part {}

        record Open(Slot slot) implements Part {}
    }

    public Wording {
        parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException if something in braces is no slot */
    public static Wording of(String text) {
        var parts = new ArrayList<Part>();
        var slots = SLOT.matcher(text);
        var at = 0;
        while (slots.find()) {
            addWords(parts, text.substring(at, slots.start()));
            parts.add(new Part.Open(Slot.named(slots.group(1))));
            at = slots.end();
        }
        addWords(parts, text.substring(at));
        return new Wording(text, parts);
    }

    private static void addWords(List<Part> parts, String words) {
        if (words.indexOf('{') >= 0 || words.indexOf('}') >= 0) {
            throw new IllegalArgumentException("a brace is not closed, or not opened");
        }
        if (!words.isBlank()) {
            parts.add(new Part.Words(words.strip()));
        }
    }

    public List<Slot> slots() {
        return parts.stream()
                .filter(Part.Open.class::isInstance)
                .map(part -> ((Part.Open) part).slot())
                .toList();
    }
}
