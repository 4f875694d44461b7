package io.asktrail.live;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Looks at a few thousand rows of a table, never at all of a large one. What does not answer before the statement's end is
 * left alone: nothing is known of it then.
 */
public final class Sampler {
    /** Enough to tell a name from a category. */
    private static final int MOST_ROWS = 5_000;

    /** Above it a part of the pages is read, so that the look is not only at the oldest rows. */
    private static final long LARGE = 100_000;

    private static final int LONGEST = 200;

    private final DSLContext sql;

    public Sampler(LiveDatabase database) {
        this.sql = database.sql();
    }

    public TableSample of(LiveTable table) {
        var columns = table.columns().stream()
                .filter(column -> column.type() != null && column.readable())
                .map(LiveColumn::name)
                .toList();
        if (columns.isEmpty()) {
            return TableSample.none();
        }
        try {
            var rows = sql.select(columns.stream().map(Sampler::text).toList())
                    .from(source(table))
                    .limit(MOST_ROWS + 1)
                    .fetch();
            return sample(columns, rows, rows.size() <= MOST_ROWS && !isLarge(table));
        } catch (DataAccessException tooSlowOrClosed) {
            return TableSample.none();
        }
    }

    private static Field<String> text(String column) {
        return DSL.left(DSL.field(DSL.name(column)).cast(String.class), LONGEST).as(DSL.name(column));
    }

    private static boolean isLarge(LiveTable table) {
        return table.canBeSampled() && table.approximateRows() > LARGE;
    }

    private static Table<?> source(LiveTable table) {
        var plain = DSL.table(DSL.name(table.name().schema(), table.name().table()));
        if (!isLarge(table)) {
            return plain;
        }
        var percent = Math.min(100.0, 300.0 * MOST_ROWS / table.approximateRows());
        return DSL.table("{0} tablesample system ({1})", plain, DSL.inline(percent));
    }

    private static TableSample sample(List<String> columns, List<? extends Record> rows, boolean whole) {
        var looked = Math.min(rows.size(), MOST_ROWS);
        var samples = new HashMap<String, ColumnSample>();
        for (var i = 0; i < columns.size(); i++) {
            samples.put(columns.get(i), column(rows, i, looked));
        }
        return new TableSample(samples, looked, whole);
    }

    private static ColumnSample column(List<? extends Record> rows, int at, int looked) {
        var counts = new TreeMap<String, Integer>();
        var empty = 0;
        for (var row : rows.subList(0, looked)) {
            var value = row.get(at, String.class);
            if (value == null) {
                empty++;
            } else {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return new ColumnSample(looked, empty, counts);
    }

    /** Whether no two rows share a value and each has one; empty if that could not be seen in time. */
    public Optional<Boolean> isUnique(LiveTable table, String column) {
        var field = DSL.field(DSL.name(column));
        return asked(() -> sql.select(DSL.count().eq(DSL.countDistinct(field)))
                .from(DSL.table(DSL.name(table.name().schema(), table.name().table())))
                .fetchSingle()
                .value1());
    }

    /** How large a share of a column's values, of a thousand at most, stand in another table's column. */
    public Optional<Double> contained(LiveTable child, String column, LiveTable parent, String key) {
        var value = DSL.field(DSL.name(column));
        var some = DSL.selectDistinct(value.as("v"))
                .from(DSL.select(value)
                        .from(source(child))
                        .where(value.isNotNull())
                        .limit(20_000)
                        .asTable("r"))
                .limit(1_000)
                .asTable("s");
        var there = DSL.table(DSL.name(parent.name().schema(), parent.name().table()))
                .as("p");
        var found = DSL.exists(DSL.selectOne()
                .from(there)
                .where(DSL.field(DSL.name("p", key))
                        .cast(String.class)
                        .eq(DSL.field(DSL.name("s", "v")).cast(String.class))));
        return asked(() -> sql.select(
                        DSL.count().filterWhere(found).cast(Double.class).div(DSL.nullif(DSL.count(), 0)))
                .from(some)
                .fetchSingle()
                .value1());
    }

    /** The values of a column, of {@code most} at most; empty if that could not be seen in time. */
    public Optional<Set<String>> values(LiveName table, String column, int most) {
        var field = DSL.field(DSL.name(column));
        return asked(() -> Set.copyOf(sql.selectDistinct(field.cast(String.class))
                .from(DSL.table(DSL.name(table.schema(), table.table())))
                .where(field.isNotNull())
                .limit(most)
                .fetch(0, String.class)));
    }

    private interface Question<T> {
        @org.jspecify.annotations.Nullable
        T ask();
    }

    private static <T> Optional<T> asked(Question<T> question) {
        try {
            return Optional.ofNullable(question.ask());
        } catch (DataAccessException tooSlowOrClosed) {
            return Optional.empty();
        }
    }
}
