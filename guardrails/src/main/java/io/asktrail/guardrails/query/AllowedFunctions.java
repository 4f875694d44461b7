package io.asktrail.guardrails.query;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.Set;

/**
 * A short list of functions that only calculate. PostgreSQL has functions that read files, sleep, call other servers or
 * change settings, and gains new ones: a list of what is forbidden would never be complete.
 */
final class AllowedFunctions implements Rule<ScannedQuery> {
    private static final Set<String> ALLOWED = Set.of(
            "sum",
            "count",
            "min",
            "max",
            "percentile_cont",
            "quantile_cont",
            "coalesce",
            "nullif",
            "date_trunc",
            "cast",
            "lower",
            "upper",
            "trim",
            "abs",
            "round",
            "greatest",
            "least",
            "concat",
            "replace",
            "array_agg",
            "date",
            "extract",
            // How Trino and DuckDB move a moment to a zone, and a day.
            "at_timezone",
            "timezone",
            "date_add");

    @Override
    public String id() {
        return "query.allowed_functions";
    }

    @Override
    public Optional<String> objection(ScannedQuery query) {
        return query.scan().functions.stream()
                .filter(name -> !ALLOWED.contains(name))
                .findFirst()
                .map("The function %s may not be called."::formatted);
    }
}
