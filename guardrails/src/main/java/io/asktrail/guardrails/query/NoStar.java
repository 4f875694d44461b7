package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;

/** Columns are named one by one: a star would bring columns nobody judged. Counting rows is fine. */
final class NoStar implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.no_star";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        return query.scan().star ? Optional.of("The statement asks for all columns with a star.") : Optional.empty();
    }
}
