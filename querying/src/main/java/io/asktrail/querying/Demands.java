package io.asktrail.querying;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.guardrails.query.ColumnRef;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.querying.statement.RowPredicates;
import io.asktrail.registry.schema.RowFilter;
import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the schema registry and the caller's claims demand of a statement.
 *
 * @param tables the only ones it may read
 * @param dateColumn whose days must have a first and a last one; null where no fact is read
 * @param rowPredicates columns to be narrowed to what the caller may see
 * @param withoutValue columns to be narrowed to rows that have no value there
 * @param maxRows the most it may ask for
 */
record Demands(
        List<TableDefinition> tables,
        @Nullable ColumnRef dateColumn,
        List<ColumnRef> rowPredicates,
        List<ColumnRef> withoutValue,
        long maxRows) {
    Demands {
        tables = List.copyOf(tables);
        rowPredicates = List.copyOf(rowPredicates);
        withoutValue = List.copyOf(withoutValue);
    }

    /** Of the rows of a fetch: one more than the quota shows that it cut. */
    static Demands ofRows(ResolvedFetch fetch, List<TableDefinition> tables) {
        return ofRows(fetch, tables, fetch.tool().quotas().maxResultRows());
    }

    /** Of rows for a file, which may be more. */
    static Demands ofExport(ResolvedFetch fetch, List<TableDefinition> tables) {
        return ofRows(fetch, tables, fetch.tool().quotas().exportRows());
    }

    private static Demands ofRows(ResolvedFetch fetch, List<TableDefinition> tables, int most) {
        return new Demands(
                tables,
                dateColumn(fetch.fact()),
                closed(fetch).map(filter -> column(fetch, filter.dimension())).toList(),
                List.of(),
                most + 1L);
    }

    /** Of the one row that says what a fetch leaves out because rows have no value of a dimension. */
    static Demands ofLeftOut(ResolvedFetch fetch, List<TableDefinition> tables, DimensionId without) {
        return new Demands(
                tables,
                dateColumn(fetch.fact()),
                closed(fetch)
                        .map(RowFilter::dimension)
                        .filter(dimension -> !dimension.equals(without))
                        .map(dimension -> column(fetch, dimension))
                        .toList(),
                List.of(column(fetch, without)),
                1);
    }

    static @Nullable ColumnRef dateColumn(TableDefinition table) {
        @Nullable String column = table.dateColumn();
        return column == null ? null : new ColumnRef(table.id(), column);
    }

    private static Stream<RowFilter> closed(ResolvedFetch fetch) {
        return fetch.fact().rowFilters().stream().filter(filter -> RowPredicates.isClosed(fetch, filter));
    }

    private static ColumnRef column(ResolvedFetch fetch, DimensionId dimension) {
        var binding = fetch.path(dimension).binding();
        return new ColumnRef(binding.table(), binding.column());
    }
}
