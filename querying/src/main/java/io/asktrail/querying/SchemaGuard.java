package io.asktrail.querying;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.guardrails.query.ColumnRef;
import io.asktrail.guardrails.query.QueryGuard;
import io.asktrail.guardrails.query.QueryUnderReview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has the query guardrails judge a statement by what the schema registry and the caller's claims demand of it. */
final class SchemaGuard implements StatementGuard {
    private final QueryGuard guard = new QueryGuard();

    @Override
    public List<RuleVerdict> review(ResolvedFetch fetch, BuiltStatement statement, String sql) {
        return guard.review(new QueryUnderReview(
                sql,
                statement.tables(),
                dateColumn(fetch),
                rowPredicates(fetch),
                fetch.tool().quotas().maxResultRows() + 1L,
                (long) statement.limit()));
    }

    private static @Nullable ColumnRef dateColumn(ResolvedFetch fetch) {
        @Nullable String column = fetch.fact().dateColumn();
        return column == null ? null : new ColumnRef(fetch.fact().id(), column);
    }

    private static List<ColumnRef> rowPredicates(ResolvedFetch fetch) {
        return fetch.fact().rowFilters().stream()
                .filter(filter -> RowPredicates.isClosed(fetch, filter))
                .map(filter -> fetch.path(filter.dimension()).binding())
                .map(binding -> new ColumnRef(binding.table(), binding.column()))
                .toList();
    }
}
