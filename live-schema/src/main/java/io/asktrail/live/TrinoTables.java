package io.asktrail.live;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;

import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one catalog of Trino, by its information schema. Trino hides what a login may not see, so that what is closed
 * looks as if it were gone; keys, comments and numbers of rows are not looked at.
 */
public final class TrinoTables implements LiveTables {
    private static final Field<String> SCHEMA = field(name("table_schema"), String.class);
    private static final Field<String> TABLE = field(name("table_name"), String.class);
    private static final Field<String> COLUMN = field(name("column_name"), String.class);
    private static final Field<String> TYPE = field(name("data_type"), String.class);
    private static final Field<String> NULLABLE = field(name("is_nullable"), String.class);
    private static final Field<Long> POSITION = field(name("ordinal_position"), Long.class);

    private final DSLContext sql;
    private final int patienceSeconds;

    /**
     * @param jdbc whose catalog is looked at
     * @param patience for one statement
     */
    public TrinoTables(Connection jdbc, Duration patience) {
        this.sql = DSL.using(jdbc, SQLDialect.TRINO);
        this.patienceSeconds = (int) Math.max(1, patience.toSeconds());
    }

    @Override
    public LiveSchema read(Collection<TableDefinition> known, int mostTables) {
        var schemas = known.stream()
                .map(table -> table.id().schema().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        var tables = sql.select(SCHEMA, TABLE)
                .from(DSL.table(name("information_schema", "tables")))
                .where(lower(SCHEMA).in(schemas))
                .orderBy(SCHEMA, TABLE)
                .limit(mostTables + 1)
                .queryTimeout(patienceSeconds)
                .fetch(row -> new LiveName(row.value1(), row.value2()));
        if (tables.size() > mostTables) {
            throw new DatabaseUnusable("The schemas %s hold more than %d tables, which is more than is looked at."
                    .formatted(String.join(", ", schemas), mostTables));
        }
        var columns = sql
                .select(SCHEMA, TABLE, COLUMN, TYPE, NULLABLE)
                .from(DSL.table(name("information_schema", "columns")))
                .where(lower(SCHEMA).in(schemas))
                .orderBy(SCHEMA, TABLE, POSITION)
                .queryTimeout(patienceSeconds)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(row -> new LiveName(row.get(SCHEMA), row.get(TABLE))));
        var spelling = new Spelling(known);
        return new LiveSchema(
                tables.stream().map(table -> table(table, columns, spelling)).toList(), "UTC");
    }

    private static LiveTable table(
            LiveName table, Map<LiveName, ? extends List<? extends Record>> columns, Spelling spelling) {
        return new LiveTable(
                spelling.of(table),
                LiveTable.Kind.TABLE,
                null,
                -1,
                Optional.ofNullable(columns.get(table)).stream()
                        .flatMap(List::stream)
                        .map(row -> column(row, spelling.of(table, row.get(COLUMN))))
                        .toList(),
                List.of(),
                List.of(),
                null,
                false);
    }

    private static LiveColumn column(Record row, String spelled) {
        var shown = row.get(TYPE);
        var base = shown.replaceFirst("\\(\\d+(, *\\d+)?\\)", "");
        return new LiveColumn(
                spelled,
                shown,
                type(base),
                false,
                base.equals("real") || base.equals("double"),
                row.get(NULLABLE).equals("YES"),
                true,
                false,
                0,
                null);
    }

    /** What the registry calls a type; null for those that it has no word for. */
    private static ColumnDefinition.@Nullable Type type(String base) {
        return switch (base) {
            case "tinyint", "smallint", "integer", "bigint" -> ColumnDefinition.Type.INTEGER;
            case "decimal", "real", "double" -> ColumnDefinition.Type.DECIMAL;
            case "varchar", "char", "uuid" -> ColumnDefinition.Type.TEXT;
            case "boolean" -> ColumnDefinition.Type.BOOLEAN;
            case "date" -> ColumnDefinition.Type.DATE;
            case "timestamp" -> ColumnDefinition.Type.TIMESTAMP;
            case "timestamp with time zone" -> ColumnDefinition.Type.TIMESTAMPTZ;
            default -> null;
        };
    }

    @Override
    public Optional<Set<String>> values(LiveName table, String column, int most) {
        var value = field(name(column));
        try {
            return Optional.of(Set.copyOf(sql.selectDistinct(value.cast(String.class))
                    .from(DSL.table(name(table.schema(), table.table())))
                    .where(value.isNotNull())
                    .limit(most)
                    .queryTimeout(patienceSeconds)
                    .fetch(0, String.class)));
        } catch (DataAccessException tooSlowOrClosed) {
            return Optional.empty();
        }
    }
}
