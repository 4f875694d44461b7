package io.asktrail.querying.statement;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.policy.ExportRights;
import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/**
 * A column of single rows.
 *
 * @param hidden whether its values are personal and not for the caller: then they are not even read
 */
public record SingleRowColumn(Column column, boolean hidden) {
    private static final String HIDDEN = "[hidden]";

    /** Those of a table that a caller may have. */
    public static List<SingleRowColumn> of(ResolvedFetch fetch, ExportRights rights) {
        return rights.columnsOf(fetch.fact()).stream()
                .map(column -> of(fetch, column))
                .toList();
    }

    private static SingleRowColumn of(ResolvedFetch fetch, ColumnDefinition column) {
        var hidden = column.pii() != null && !fetch.access().personalData();
        var type = hidden ? ColumnType.TEXT : type(column, fetch.fact());
        return new SingleRowColumn(
                new Column(
                        column.name(),
                        label(column.name()),
                        type,
                        type == ColumnType.NUMBER ? unit(column.name(), fetch).orElse(null) : null),
                hidden);
    }

    // What names something is no number, though the database may keep it as one.
    private static ColumnType type(ColumnDefinition column, TableDefinition table) {
        return switch (column.type()) {
            case TEXT, BOOLEAN, TIMESTAMP, TIMESTAMPTZ -> ColumnType.TEXT;
            case DATE -> ColumnType.DATE;
            case DECIMAL -> ColumnType.NUMBER;
            case INTEGER -> names(column, table) ? ColumnType.TEXT : ColumnType.NUMBER;
        };
    }

    private static boolean names(ColumnDefinition column, TableDefinition table) {
        return column.pii() != null
                || column.name().endsWith("_id")
                || table.foreignKeys().stream().anyMatch(key -> key.column().equals(column.name()));
    }

    /** The unit of the sums over a column is that of what is summed up. */
    private static Optional<String> unit(String column, ResolvedFetch fetch) {
        return fetch.registry().metrics().values().stream()
                .filter(metric -> metric.derivation() instanceof Derivation.Measured measured
                        && measured.measures().stream()
                                .anyMatch(measure ->
                                        measure.table().equals(fetch.fact().id())
                                                && measure.aggregate() == Aggregate.SUM
                                                && column.equals(measure.column())))
                .map(metric -> metric.unit().text())
                .findFirst();
    }

    private static String label(String name) {
        var words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    SelectField<?> selected(FromClause from) {
        Field<?> field = hidden ? DSL.inline(HIDDEN) : from.column(column.id());
        return field.as(DSL.name(column.id()));
    }
}
