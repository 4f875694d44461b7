package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;

/** Only columns of the schema registry; a name that could mean two columns is none. */
final class KnownColumns implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.known_columns";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        return query.scan().unknownColumns.stream()
                .findFirst()
                .map("The column %s is not open to this query."::formatted);
    }
}
