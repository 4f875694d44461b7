package io.asktrail.slack.sending;

/**
 * A file to be shown in a conversation.
 *
 * @param name with its ending; made safe and cut by {@link #of}
 * @param title above it
 * @param described for whoever cannot see it, if it is a picture; else empty
 */
public record Attachment(String name, String title, String described, byte[] content) {
    private static final int LONGEST_STEM = 80;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 900;

    /** @param stem any words; what a file name cannot have is left out */
    public static Attachment of(String stem, String ending, String title, String described, byte[] content) {
        var safe = stem.replaceAll("[^\\p{L}\\p{M}\\p{N} ._-]+", " ").strip().replaceAll("[\\s.]+", "-");
        var name = (safe.isEmpty() ? "answer" : cut(safe, LONGEST_STEM)) + "." + ending;
        return new Attachment(name, cut(title, LONGEST_TITLE), cut(described, LONGEST_DESCRIPTION), content);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
