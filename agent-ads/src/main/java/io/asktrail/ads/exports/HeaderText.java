package io.asktrail.ads.exports;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column's name without what differs between files of the same report: blanks behind it, a currency or a number sign in
 * brackets, capitals, the mark that some programs put before the first character.
 */
final class HeaderText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern IN_BRACKETS = Pattern.compile(" ?\\((?:#|\\p{Sc}|rs\\.?|[a-z]{3})\\)$");

    private HeaderText() {}

    static String plain(String name) {
        var text = BLANKS.matcher(name.replace("\uFEFF", "")).replaceAll(" ").strip();
        // "14-day" and "14 Day" are the same window.
        var words = text.toLowerCase(Locale.ROOT).replace("7-day ", "7 day ").replace("14-day ", "14 day ");
        return IN_BRACKETS.matcher(words).replaceFirst("").strip();
    }
}
