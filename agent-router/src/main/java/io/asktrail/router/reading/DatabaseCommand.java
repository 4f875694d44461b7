package io.asktrail.router.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells a question that holds a command for a database. Its words are words of questions too ("drop" leaves out, "table"
 * says nothing), so that what is around it could be answered as if nothing had been there.
 */
final class DatabaseCommand {
    private static final List<Pattern> SIGNS = List.of(
            pattern("\\b(?:drop|truncate|alter)\\s++(?:table|database|schema|view|index|user|role)\\b"),
            pattern("\\bcreate\\s++(?:table|view|index)\\s++\\w++\\s*+(?:\\(|as\\s++select\\b)"),
            pattern("\\bdelete\\s++from\\b"),
            pattern("\\binsert\\s++into\\b"),
            pattern("\\bupdate\\s++\\w++\\s++set\\b"),
            pattern("\\bunion\\s++(?:all\\s++)?select\\b"),
            pattern("\\bselect\\s++(?:\\*|distinct\\s++\\w++\\s++from\\b|(?:count|sum|avg|min|max)\\s*+\\()"),
            // Behind the end of a statement any other one may stand.
            pattern(";\\s*+(?:select|drop|delete|insert|update|truncate|alter|create|grant|revoke|exec|execute)\\b"),
            pattern("['\";]\\s*+--"),
            // "or 1=1", "' OR 'a'='a": what always holds
            pattern("\\b(?:or|and|where)\\s++(['\"]?+)(\\w++)\\1\\s*+=\\s*+['\"]?+\\2\\b"));

    private DatabaseCommand() {}

    static boolean isIn(String text) {
        return SIGNS.stream().anyMatch(sign -> sign.matcher(text).find());
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
