package io.asktrail.personal;

import java.util.Arrays;

/**
 * A text as the patterns see it: digits of every script are 0 to 9, dashes and spaces of every width are one dash and one
 * space, wide letters are plain ones, and what has no width is gone. Each character knows where it stood.
 */
final class FoldedText {
    private static final int WIDE_FIRST = 0xFF01;
    private static final int WIDE_LAST = 0xFF5E;
    private static final int WIDE_TO_PLAIN = 0xFEE0;
    private static final int MINUS_SIGN = 0x2212;

    private final StringBuilder folded = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private FoldedText(int length) {
        this.starts = new int[length];
        this.ends = new int[length];
    }

    static FoldedText of(String text) {
        var result = new FoldedText(text.length());
        for (var at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            var next = at + Character.charCount(character);
            if (Character.getType(character) != Character.FORMAT) {
                result.add(plain(character), at, next);
            }
            at = next;
        }
        result.starts = Arrays.copyOf(result.starts, result.folded.length());
        result.ends = Arrays.copyOf(result.ends, result.folded.length());
        return result;
    }

    private void add(int character, int from, int to) {
        for (var unit : Character.toChars(character)) {
            starts[folded.length()] = from;
            ends[folded.length()] = to;
            folded.append(unit);
        }
    }

    private static int plain(int character) {
        if (character < 0x80) {
            return character;
        }
        if (Character.isDigit(character)) {
            return '0' + Character.digit(character, 10);
        }
        if (character >= WIDE_FIRST && character <= WIDE_LAST) {
            return character - WIDE_TO_PLAIN;
        }
        if (Character.getType(character) == Character.DASH_PUNCTUATION || character == MINUS_SIGN) {
            return '-';
        }
        return Character.isSpaceChar(character) ? ' ' : character;
    }

    @Override
    public String toString() {
        return folded.toString();
    }

    /** Where a character of the folded text begins in the text it was made of. */
    int startOf(int index) {
        return starts[index];
    }

    /** One past where the character before this place ends in the text it was made of. */
    int endBefore(int index) {
        return ends[index - 1];
    }
}
