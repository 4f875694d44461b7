package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Casts to plain values alone: a cast to {@code regclass} or {@code xml} asks the database about itself or runs a parser. */
final class AllowedTypes implements Rule<ScannedQuery> {
    private static final Set<String> ALLOWED = Set.of(
            "date",
            "timestamp",
            "timestamptz",
            "timestamp with time zone",
            "timestamp without time zone",
            "varchar",
            "character varying",
            "text",
            "numeric",
            "decimal",
            "integer",
            "int",
            "int4",
            "int8",
            "bigint",
            "smallint",
            "double",
            "double precision",
            "float8",
            "boolean");

    // "numeric (3)" and "timestamp (6) with time zone" are as plain as without the size.
    private static final Pattern SIZE = Pattern.compile("\\s*\\(\\s*\\d+\\s*(,\\s*\\d+\\s*)?\\)");

    @Override
    public String id() {
        return "query.allowed_types";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        return query.scan().types.stream()
                .filter(name -> !ALLOWED.contains(SIZE.matcher(name).replaceAll("")))
                .findFirst()
                .map("Nothing may be cast to %s."::formatted);
    }
}
