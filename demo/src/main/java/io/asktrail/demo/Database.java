package io.asktrail.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One database while the demo is being extended. Its connection holds a lock, so that of two starts at once the second
 * waits and then finds nothing left to do.
 */
final class Database implements AutoCloseable {
    private static final long LOCK = 0x6173_6b74_7261_696cL;

    private final Side side;
    private final ConnectionSource source;
    private final Connection connection;

    private Database(Side side, ConnectionSource source, Connection connection) {
        this.side = side;
        this.source = source;
        this.connection = connection;
    }

    static Database locked(Side side, ConnectionSource source) throws SQLException {
        var database = new Database(side, source, source.open());
        try {
            database.connection.setAutoCommit(true);
            database.run("SELECT pg_advisory_lock(" + LOCK + ")");
            database.connection.setAutoCommit(false);
            side.define(database.connection);
            database.connection.commit();
            return database;
        } catch (SQLException e) {
            database.close();
            throw e;
        }
    }

    Side side() {
        return side;
    }

    ConnectionSource source() {
        return source;
    }

    Optional<Origin> origin() throws SQLException {
        return Origin.in(connection, side.schema());
    }

    /** The last day that some series has. */
    Optional<LocalDate> lastDay() throws SQLException {
        return side.marks().in(connection).stream().map(DayMarks.Mark::day).max(Comparator.naturalOrder());
    }

    List<MissingDay> missing(LocalDate first, LocalDate last) throws SQLException {
        return MissingDay.of(side.series(), side.marks().in(connection), first, last);
    }

    /** What must be there before the first day: where the demo begins, and what the days refer to. */
    void prepare(Origin origin, LocalDate asOf) throws SQLException {
        if (origin().isEmpty()) {
            origin.writeTo(connection, side.schema());
        }
        side.writeReference(connection, asOf);
        connection.commit();
    }

    long prune(LocalDate first, LocalDate last) throws SQLException {
        long pruned = 0;
        for (var series : side.series()) {
            if (series.keptDays() != Series.ALL) {
                pruned += side.marks().prune(connection, series, series.firstDay(first, last));
            }
        }
        connection.commit();
        return pruned;
    }

    /** The first question must not be planned without statistics. */
    void analyze() throws SQLException {
        for (var table : side.tables()) {
            run("ANALYZE " + side.schema() + "." + table);
        }
        connection.commit();
    }

    /** Closing gives the lock back; a pool might keep the session, so that it is also given back by name. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            run("SELECT pg_advisory_unlock(" + LOCK + ")");
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
