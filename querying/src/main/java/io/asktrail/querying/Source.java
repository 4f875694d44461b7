package io.asktrail.querying;

import io.asktrail.registry.schema.TableDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A database that connections are borrowed from: a server, or files in this process. */
interface Source extends AutoCloseable {
    /** @param tables those that are about to be read */
    Connection borrow(List<TableDefinition> tables) throws SQLException;

    @Override
    void close();
}
