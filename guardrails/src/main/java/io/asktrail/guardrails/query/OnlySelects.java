package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;

/** Nothing but reading: no locks, no INTO, no WITH, no construct that queries here are not made of. */
final class OnlySelects implements Rule<ScannedQuery> {
    @Override
    public String id() {
        return "query.only_selects";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        return query.scan().foreign.stream()
                .findFirst()
                .map("The statement holds %s, which no query here may."::formatted);
    }
}
