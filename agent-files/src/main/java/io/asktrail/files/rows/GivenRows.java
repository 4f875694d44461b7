package io.asktrail.files.rows;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table that is at hand. */
public final class GivenRows implements RowSource {
    private final Table table;
    private final boolean truncated;
    private final Iterator<List<@Nullable Object>> rows;

    /** @param truncated whether there were more of them */
    public GivenRows(Table table, boolean truncated) {
        this.table = table;
        this.truncated = truncated;
        this.rows = table.rows().iterator();
    }

    @Override
    public List<Column> columns() {
        return table.columns();
    }

    @Override
    public @Nullable Instant readAt() {
        return null;
    }

    @Override
    public @Nullable List<@Nullable Object> next() {
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public @Nullable List<@Nullable Object> totals() {
        return table.totals();
    }

    @Override
    public Ending ending() {
        return new Ending(truncated, null, List.of());
    }

    @Override
    public void close() {}
}
