package io.asktrail.guardrails.question;

import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SQL in a question would never run; it is stopped so that nobody downstream has to be trusted with it. Nor is what stands
 * around it answered as if it were not there: "drop" and "table" are words of questions, too.
 */
public final class NoSql implements WordedRule<String> {
    private static final List<Pattern> PATTERNS = List.of(
            pattern("[;'\")]\\s*(drop|delete|insert|update|alter|truncate|create|grant|revoke|copy)\\s+\\w+"),
            pattern("\\b(drop|truncate|alter)\\s+(table|database|schema|role|user|view)\\b"),
            pattern("\\bdelete\\s+from\\s+\\w+"),
            pattern("\\binsert\\s+into\\s+\\w+"),
            pattern("\\bupdate\\s+\\w+(\\.\\w+)?\\s+set\\s+\\w+\\s*="),
            pattern("\\bunion\\s+(all\\s+)?select\\b"),
            pattern("\\bcreate\\s+(table|view|index)\\s+\\w+\\s*(\\(|as\\s+select\\b)"),
            pattern("\\bselect\\s+(\\*|(count|sum|avg|min|max)\\s*\\()"),
            pattern("\\bselect\\b.{1,200}\\bfrom\\s+\\w+(\\.\\w+|\\s+where\\b|\\s*;)"),
            pattern(
                    "\\b(pg_(catalog|sleep|read_file|shadow|authid)|information_schema|xp_cmdshell|lo_import|dblink)\\b"),
            pattern("['\"]\\s*(or|and)\\s+['\"]?\\d+['\"]?\\s*=\\s*['\"]?\\d+"),
            // What always holds: "or 1=1".
            pattern("\\b(or|and|where)\\s+(['\"]?)(\\w+)\\2\\s*=\\s*['\"]?\\3\\b"),
            pattern("['\"]\\s*;?\\s*--"));

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    @Override
    public String id() {
        return "question.no_sql";
    }

    @Override
    public Optional<Said> said(String question) {
        return matches(ReadableText.of(question)) ? Optional.of(Said.of(GuardSaying.SQL)) : Optional.empty();
    }

    private static boolean matches(String text) {
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }
}
