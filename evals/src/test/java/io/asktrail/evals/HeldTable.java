package io.asktrail.evals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A table that nobody can read until this is closed: every statement over it runs for as long. */
final class HeldTable implements AutoCloseable {
    private static final long PATIENCE_MS = 20_000;

    private final Path home;
    private final Connection holder;

    private HeldTable(Path home, Connection holder) {
        this.home = home;
        this.holder = holder;
    }

    /** Holds the orders. */
    static HeldTable orders(Path home) throws SQLException {
        var holder = new HomeDatabase(home, "warehouse").open();
        holder.setAutoCommit(false);
        try (var statement = holder.createStatement()) {
            statement.execute("lock table sales.order_lines in access exclusive mode");
        }
        return new HeldTable(home, holder);
    }

    /** Waits until so many of agent-sales' statements are waiting for the table. */
    boolean awaitWaiting(int wanted) throws SQLException, InterruptedException {
        var end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (waiting() != wanted) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    /** How many are waiting now, as PostgreSQL says; those that ask for freshness or values are not counted. */
    int waiting() throws SQLException {
        try (var connection = new HomeDatabase(home, "warehouse").openAs("asktrail_sales");
                var statement = connection.createStatement();
                var found = statement.executeQuery("""
                    select count(*) from pg_stat_activity
                    where usename = current_user and pid <> pg_backend_pid() and state = 'active'
                            and query like '%refund_amount%'\
                    """)) {
            found.next();
            return found.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
