package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * No comments, no dollar quotes, no backslashes, no string with a prefix, nothing invisible: the parser and the database
 * could read them differently, so that what was judged would not be what runs.
 */
final class NoComments implements Rule<String> {
    /** What may hide such a sign: a quoted value or name; one with a doubled quote in it is two of them. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*+'|\"[^\"]*+\"");

    // "//" begins a comment to the parser, and divides to DuckDB.
    private static final Pattern UNUSUAL = Pattern.compile("[$#&`@\\[\\]{}~^\\x0B\\x0C]|[^\\x20-\\x7E\\s]|--|/[*/]");

    /** {@code E'…'}, {@code U&'…'}, {@code X'…'}: escapes within make other text of it. */
    private static final Pattern PREFIXED = Pattern.compile("(?i)(?<![a-z0-9_'\"])(?:e|b|n|r|q|x|u&)['\"]");

    /** To the parser a table of a schema, to a database one name with a dot in it. */
    private static final Pattern DOTTED_TABLE = Pattern.compile("(?i)\\b(?:from|join)\\s*\\(*\\s*\"[^\"]*\\.[^\"]*\"");

    @Override
    public String id() {
        return "query.no_comments";
    }

    @Override
    public Optional<String> objection(String sql) {
        var bare = QUOTED.matcher(sql).replaceAll("''");
        return UNUSUAL.matcher(bare).find()
                        || PREFIXED.matcher(bare).find()
                        || DOTTED_TABLE.matcher(sql).find()
                        || sql.indexOf('\\') >= 0
                        || sql.indexOf('\0') >= 0
                ? Optional.of("The statement holds a comment or an unusual quotation.")
                : Optional.empty();
    }
}
