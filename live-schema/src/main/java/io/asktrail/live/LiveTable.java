package io.asktrail.live;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, or what can be read like one.
 *
 * @param approximateRows as the database estimates it; negative if it was never counted
 * @param uniqueKeys sets of columns that no two rows share, the primary key first
 * @param closed why none of it can be read, in words that go on after its name; null if it can
 * @param rowSecurity whether the database narrows its rows by policies of its own
 */
public record LiveTable(
        LiveName name,
        Kind kind,
        @Nullable String comment,
        long approximateRows,
        List<LiveColumn> columns,
        List<List<String>> uniqueKeys,
        List<LiveKey> foreignKeys,
        @Nullable String closed,
        boolean rowSecurity) {
    /** What it is to the database. */
    public enum Kind {
        TABLE,
        PARTITIONED,
        VIEW,
        MATERIALIZED_VIEW,
        FOREIGN
    }

    /** What is said of a table that the login has no right to. */
    static final String NO_RIGHT = "may not be read";

    public LiveTable {
        columns = List.copyOf(columns);
        uniqueKeys = List.copyOf(uniqueKeys);
        foreignKeys = List.copyOf(foreignKeys);
    }

    public Optional<LiveColumn> column(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst();
    }

    /** Whether any of it can be read. */
    public boolean readable() {
        return closed == null;
    }

    /** Whether a part of its rows can be read without reading all. */
    boolean canBeSampled() {
        return switch (kind) {
            case TABLE, PARTITIONED, MATERIALIZED_VIEW -> true;
            case VIEW, FOREIGN -> false;
        };
    }
}
