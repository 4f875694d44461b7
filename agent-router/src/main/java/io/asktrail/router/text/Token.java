package io.asktrail.router.text;

/**
 * A word, a number, a date or a sign of the question.
 *
 * @param from first UTF-16 code unit
 * @param to one past the last
 * @param norm how it is looked up: lower case, without accents
 * @param glued whether it touches the token before it, as the {@code k} of {@code 50k}
 */
public record Token(int from, int to, String norm, Kind kind, boolean glued) {
    /** What the characters are. */
    public enum Kind {
        WORD,
        NUMBER,
        DATE,
        SIGN
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
