package io.asktrail.slack.message;

import java.text.BreakIterator;
import java.util.Locale;

/** How many places a text takes where all characters are equally wide. */
final class Width {
    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> Character.isIdeographic(point) ? 2 : 1;
        };
    }

    /** The beginning of a text that fits, with a sign that something is missing if it is; no letter loses its marks. */
    static String cut(String text, int places) {
        if (of(text) <= places) {
            return text;
        }
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        var end = 0;
        for (var next = letters.next(); next != BreakIterator.DONE; next = letters.next()) {
            if (of(text.substring(0, next)) > places - 1) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + "…";
    }

    static String left(String text, int places) {
        return text + " ".repeat(Math.max(0, places - of(text)));
    }

    static String right(String text, int places) {
        return " ".repeat(Math.max(0, places - of(text))) + text;
    }
}
