package io.asktrail.live;

import java.util.List;
import java.util.Optional;

/**
 * What a login sees of a database.
 *
 * @param tables by schema and name; partitions stand for nothing of their own
 * @param zone the database's own time zone, as it writes it
 */
public record LiveSchema(List<LiveTable> tables, String zone) {
    public LiveSchema {
        tables = List.copyOf(tables);
    }

    public Optional<LiveTable> table(LiveName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
