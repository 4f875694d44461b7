package io.asktrail.cli.terminal;

/**
 * Colours, where there is a screen that shows them and nobody asked to be spared (NO_COLOR). They only repeat what the
 * words say. A line is coloured when it is laid out: what a terminal obeys has no width.
 *
 * @param on whether anything is coloured at all
 */
public record Style(boolean on) {
    private static final String RESET = "\u001b[0m";

    public String bold(String line) {
        return with("\u001b[1m", line);
    }

    public String dim(String line) {
        return with("\u001b[2m", line);
    }

    /** The length of a number. */
    public String bar(String text) {
        return with("\u001b[36m", text);
    }

    /** Something to know before passing the number on. */
    public String caution(String line) {
        return with("\u001b[33m", line);
    }

    private String with(String code, String text) {
        return on && !text.isBlank() ? code + text + RESET : text;
    }
}
