package io.asktrail.mcp.shorten;

/** Texts cut at a length, and seen to be. */
public final class Cut {
    static final int PARAGRAPH = 1200;
    static final int SENTENCE = 300;
    static final int FEW = 5;

    private static final String MARK = "…";

    private Cut() {}

    /** The text, or its beginning and a mark; never half of a letter. */
    public static String to(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + MARK;
    }
}
