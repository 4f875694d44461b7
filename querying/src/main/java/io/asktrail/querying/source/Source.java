package io.asktrail.querying.source;

import io.asktrail.live.LiveTables;
import io.asktrail.registry.schema.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A database that connections are borrowed from: a server, or files in this process. */
public interface Source extends AutoCloseable {
    /** @param tables those that are about to be read */
    Connection borrow(List<TableDefinition> tables) throws SQLException;

    /**
     * Looks at what is there, whatever the registry says.
     *
     * @param patience for one statement
     */
    <T> T look(Duration patience, Function<LiveTables, T> look) throws SQLException;

    @Override
    void close();
}
