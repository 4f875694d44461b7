package io.asktrail.slack.door;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody wrote, without Slack's markup and without the name it was addressed to. */
final class Said {
    private static final Pattern MARKUP = Pattern.compile("<([^<>]*)>");
    /** What a question may have, and some for the markup: the service says when it is too long. */
    private static final int LONGEST = 8_000;

    private Said() {}

    /** @param self this app's own user; null if it is not known, then the first one that is addressed is taken for it */
    static String of(@Nullable String text, @Nullable String self) {
        if (text == null) {
            return "";
        }
        var rest = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var addressed = self == null ? rest.replaceFirst("^\\s*<@[A-Z0-9]+(\\|[^<>]*)?>", "") : rest;
        var plain = MARKUP.matcher(addressed).replaceAll(found -> Matcher.quoteReplacement(word(found, self)));
        return plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    private static String word(MatchResult found, @Nullable String self) {
        var inside = found.group(1);
        var bar = inside.indexOf('|');
        var target = bar < 0 ? inside : inside.substring(0, bar);
        var label = bar < 0 ? "" : inside.substring(bar + 1);
        if (target.equals("@" + self)) {
            return " ";
        }
        return switch (target.isEmpty() ? ' ' : target.charAt(0)) {
            case '!' -> " "; // @channel and the like mean nothing in a question
            case '@', '#' -> label.isEmpty() ? target : label;
            default -> label.isEmpty() ? target : label;
        };
    }
}
