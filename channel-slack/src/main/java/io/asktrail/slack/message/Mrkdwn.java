package io.asktrail.slack.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of ours and of others as Slack's markup, in which they mean nothing but themselves: no mention, no link, no bold
 * campaign.
 */
final class Mrkdwn {
    private static final String CUT = "…";
    private static final String FORMATTING = "*_~`";
    /** Between a mark and its word this makes it a plain character, and nobody sees it. */
    private static final char INVISIBLE = '\u200B';

    private Mrkdwn() {}

    /** The whole text, escaped. */
    static String escaped(String text) {
        return within(text, Integer.MAX_VALUE);
    }

    /** @param limit of characters after escaping; what does not fit is cut, never in the middle of an escape */
    static String within(String text, int limit) {
        var escaped = new StringBuilder();
        var fitting = 0; // how much of it leaves room for the sign that something is cut
        for (var at = 0; at < text.length(); ) {
            var point = text.codePointAt(at);
            escaped.append(escape(point, text, at));
            if (escaped.length() > limit) {
                return escaped.substring(0, fitting) + CUT;
            }
            if (escaped.length() <= limit - CUT.length()) {
                fitting = escaped.length();
            }
            at += Character.charCount(point);
        }
        return escaped.toString();
    }

    private static String escape(int point, String text, int at) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> opens(point, text, at) ? Character.toString(point) + INVISIBLE : Character.toString(point);
        };
    }

    // In the middle of a word a mark is harmless, and most are there: SB_Delhi_Oct.
    private static boolean opens(int point, String text, int at) {
        return FORMATTING.indexOf(point) >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)))
                && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1));
    }

    /**
     * A long text in pieces that each fit, cut where a line or a word ends.
     *
     * @param limit of characters of a piece after escaping
     * @param most pieces; what is left over then is cut off, and the last piece says so
     */
    static List<String> pieces(String text, int limit, int most) {
        var pieces = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && pieces.size() < most - 1 && escaped(rest).length() > limit) {
            var end = end(rest, limit);
            pieces.add(escaped(rest.substring(0, end).strip()));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(within(rest, limit));
        }
        return List.copyOf(pieces);
    }

    private static int end(String text, int limit) {
        var fits = 0;
        var length = 0;
        while (fits < text.length()) {
            var point = text.codePointAt(fits);
            length += escape(point, text, fits).length();
            if (length > limit) {
                break;
            }
            fits += Character.charCount(point);
        }
        var line = text.lastIndexOf('\n', fits);
        var word = text.lastIndexOf(' ', fits);
        return line > fits / 2 ? line : word > fits / 2 ? word : fits;
    }
}
