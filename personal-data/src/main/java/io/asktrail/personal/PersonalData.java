package io.asktrail.personal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds personal data in text, and hides it: in answers, errors, logs, exports and what a model is told. */
public final class PersonalData {
    /** Nothing of a person is written without a digit or the sign of a mail. */
    private static final Pattern WORTH_A_LOOK =
            Pattern.compile("\\p{Nd}.*\\p{Nd}|[@＠]|[\\[({]\\s?at\\s?[\\])}]", Pattern.DOTALL);

    private PersonalData() {}

    /** What was found; where two kinds claim the same characters, the earlier one here has them. */
    public enum Kind {
        MAIL("mail", 0, ShapeDetector.MAIL),
        GSTIN("GSTIN", 6, ShapeDetector.GSTIN),
        PAN("PAN", 4, ShapeDetector.PAN),
        CARD("card", 13, ShapeDetector.CARD),
        AADHAAR("Aadhaar", 12, ShapeDetector.AADHAAR),
        PHONE("phone", 10, new PhoneDetector());

        private final String word;
        private final int fewestDigits;
        private final Detector detector;

        Kind(String word, int fewestDigits, Detector detector) {
            this.word = word;
            this.fewestDigits = fewestDigits;
            this.detector = detector;
        }

        /** What stands in its place. */
        public String mask() {
            return "[" + word + " hidden]";
        }
    }

    /** @param to one past the last character */
    public record Found(Kind kind, int from, int to) {}

    /** In the order of the text; what overlaps is the earlier and longer one. */
    public static List<Found> find(String text) {
        if (!WORTH_A_LOOK.matcher(text).find()) {
            return List.of();
        }
        var folded = FoldedText.of(text);
        var plain = folded.toString();
        var all = new ArrayList<Found>();
        var digits = plain.chars()
                .filter(character -> character >= '0' && character <= '9')
                .count();
        for (var kind : Kind.values()) {
            if (digits < kind.fewestDigits) {
                continue;
            }
            kind.detector
                    .find(plain)
                    .map(hit -> new Found(kind, folded.startOf(hit.from()), folded.endBefore(hit.to())))
                    .forEach(all::add);
        }
        return withoutOverlaps(all);
    }

    private static List<Found> withoutOverlaps(List<Found> all) {
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
        return mask(text, find(text));
    }

    /** @param all which finds to replace, in the order of the text */
    public static String mask(String text, List<Found> all) {
        if (all.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder();
        var at = 0;
        for (var found : all) {
            masked.append(text, at, found.from()).append(found.kind().mask());
            at = found.to();
        }
        return masked.append(text, at, text.length()).toString();
    }
}
