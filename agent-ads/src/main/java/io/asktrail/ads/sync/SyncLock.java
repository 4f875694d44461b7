package io.asktrail.ads.sync;

import io.asktrail.adsstore.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Held while the sync runs, by a session of the store's database: however many schedulers there are, and whoever is taken
 * for dead while it is only slow, one of them syncs. The database lets go of it when the holder is gone.
 */
final class SyncLock implements AutoCloseable {
    private static final long LOCK = 0x6173_6b74_7379_6e63L;

    private final Connection connection;

    private SyncLock(Connection connection) {
        this.connection = connection;
    }

    /** Empty if somebody else has it. */
    static Optional<SyncLock> take(ConnectionSource source) throws SQLException {
        var connection = source.open();
        try {
            connection.setAutoCommit(true);
            if (says(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                return Optional.of(new SyncLock(connection));
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return Optional.empty();
    }

    private static boolean says(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            says(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
        }
    }
}
