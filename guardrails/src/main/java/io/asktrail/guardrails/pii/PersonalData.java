package io.asktrail.guardrails.pii;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds personal data in text, and hides it. */
public final class PersonalData {
    private PersonalData() {}

    /** What was found. */
    public enum Kind {
        MAIL("mail"),
        GSTIN("GSTIN"),
        PAN("PAN"),
        CARD("card"),
        AADHAAR("Aadhaar"),
        PHONE("phone");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String mask() {
            return "[" + word + " hidden]";
        }
    }

    /** @param to one past the last character */
    public record Found(Kind kind, int from, int to) {}

    /** In the order of the text; what overlaps is the earlier and longer one. */
    public static List<Found> find(String text) {
        var all = new ArrayList<Found>();
        for (var kind : Kind.values()) {
            all.addAll(Detectors.of(kind).find(kind, text));
        }
        all.sort(Comparator.comparingInt(Found::from)
                .thenComparing(Comparator.comparingInt(Found::to).reversed())
                .thenComparing(Found::kind));
        var found = new ArrayList<Found>();
        for (var candidate : all) {
            if (found.isEmpty() || candidate.from() >= found.getLast().to()) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    /** The text with every find replaced by a word for what stood there. */
    public static String mask(String text) {
        var masked = new StringBuilder();
        var at = 0;
        for (var found : find(text)) {
            masked.append(text, at, found.from()).append(found.kind().mask());
            at = found.to();
        }
        return masked.append(text, at, text.length()).toString();
    }
}
