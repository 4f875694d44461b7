package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;

/** Only tables of the schema registry that this query was built over. */
final class KnownTables implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.known_tables";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        return query.scan().unknownTables.stream()
                .findFirst()
                .map("The table %s is not open to this query."::formatted);
    }
}
