package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * No comments and no dollar quotes: the parser skips the first and databases read the second differently, so that what
 * was judged would not be what runs.
 */
final class NoComments implements Rule<String> {
    /** What may hide such a sign: a quoted value or name. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

    @Override
    public String id() {
        return "query.no_comments";
    }

    @Override
    public Optional<String> objection(String sql) {
        var bare = QUOTED.matcher(sql).replaceAll("''");
        return bare.contains("--")
                        || bare.contains("/*")
                        || bare.contains("$")
                        || bare.contains("\\")
                        || bare.contains("#")
                ? Optional.of("The statement holds a comment or an unusual quotation.")
                : Optional.empty();
    }
}
