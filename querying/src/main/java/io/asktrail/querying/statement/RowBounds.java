package io.asktrail.querying.statement;

import io.asktrail.contracts.id.DimensionId;
import java.time.temporal.ChronoUnit;

/** How many rows a fetch may give, and how many it can be expected to have. */
final class RowBounds {
    // Longer results come in parts of so many rows, so that they are never in memory as the driver holds them.
    static final int FETCHED_AT_ONCE = 10_000;

    private static final long MANY = 1_000_000;

    private final ResolvedFetch fetch;
    private final int cap;

    /** @param cap the most rows that may be given */
    RowBounds(ResolvedFetch fetch, int cap) {
        this.fetch = fetch;
        this.cap = cap;
    }

    int mostRows() {
        var limit = fetch.inputs().limit();
        return limit == null ? cap : Math.min(fetch.ranksMembers() ? limit + 1 : limit, cap);
    }

    // One row more shows whether the quota cut; a limit that was asked for cuts nothing that was wanted.
    int rowsToAskFor() {
        var limit = fetch.inputs().limit();
        return limit != null && limit <= cap ? mostRows() : mostRows() + 1;
    }

    // A result that is fetched in parts takes more round trips and is not worked out by parallel workers of the
    // database.
    boolean mayBeLong() {
        return rowsToAskFor() > FETCHED_AT_ONCE && mostGroups() > FETCHED_AT_ONCE;
    }

    // As far as the registry tells: a dimension whose values it does not know can have any number of them.
    private long mostGroups() {
        return fetch.inputs().groupBy().stream()
                .mapToLong(this::mostValues)
                .reduce(1, (one, other) -> Math.min(one, MANY) * Math.min(other, MANY));
    }

    private long mostValues(DimensionId dimension) {
        if (fetch.isTime(dimension)) {
            var range = fetch.inputs().dateRange();
            return ChronoUnit.DAYS.between(range.start(), range.end()) + 1;
        }
        var definition = fetch.registry().dimension(dimension);
        var known = definition.values().size();
        return definition.fed() || known == 0 ? MANY : known + 1L;
    }
}
