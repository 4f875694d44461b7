package io.asktrail.cli.render;

/** Texts from data on one line, without what a terminal would obey. */
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.chars().noneMatch(Character::isISOControl) ? text : cleaned(text);
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        text.chars().forEach(c -> clean.append(Character.isISOControl(c) ? ' ' : (char) c));
        return clean.toString();
    }
}
