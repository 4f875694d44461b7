package io.asktrail.guardrails.query;

import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is about to run, and what must hold of it.
 *
 * @param sql the text that is sent; values may stand as {@code ?}
 * @param tables the only tables it may read, with their only columns, from the schema registry
 * @param dateColumn the fact table's date column, which must be bounded on both sides; null where no fact is read
 * @param rowPredicates columns that must be narrowed to values the caller may see; empty if the caller sees all rows
 * @param withoutValue columns that must be narrowed to rows that have no value there
 * @param maxRows the most rows it may ask for
 * @param boundLimit what is bound to the limit where it stands as {@code ?}; null if it stands as a number
 */
public record QueryUnderReview(
        String sql,
        List<TableDefinition> tables,
        @Nullable ColumnRef dateColumn,
        List<ColumnRef> rowPredicates,
        List<ColumnRef> withoutValue,
        long maxRows,
        @Nullable Long boundLimit) {
    public QueryUnderReview {
        tables = List.copyOf(tables);
        rowPredicates = List.copyOf(rowPredicates);
        withoutValue = List.copyOf(withoutValue);
    }

    /** A statement that may read rows with any value. */
    public QueryUnderReview(
            String sql,
            List<TableDefinition> tables,
            @Nullable ColumnRef dateColumn,
            List<ColumnRef> rowPredicates,
            long maxRows,
            @Nullable Long boundLimit) {
        this(sql, tables, dateColumn, rowPredicates, List.of(), maxRows, boundLimit);
    }

    /** Of the text alone: it tells nearly all statements apart, and what else must hold is compared all the same. */
    @Override
    public int hashCode() {
        return sql.hashCode();
    }
}
