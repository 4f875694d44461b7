package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.stream.Stream;

/** The database's own tables and functions stay closed. */
final class NoSystemCatalogs implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.no_system_catalogs";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        return Stream.concat(query.scan().tables.stream(), query.scan().functions.stream())
                .filter(name ->
                        name.startsWith("pg_") || name.startsWith("information_schema") || name.contains(".pg_"))
                .findFirst()
                .map("%s belongs to the database itself."::formatted);
    }
}
