package io.asktrail.adsstore;

import io.asktrail.copy.CopyText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces the days of one report in one transaction: the rows go into a table of the session's own, then the old days
 * out, the new ones and the marks of the days in. The memory it takes does not grow with the report. An export's rows of
 * days that Amazon's API gave are left out.
 *
 * <p>Rows of the same key are added up: an export may list a target twice that the store tells apart by nothing.
 */
public final class SliceWriter implements AutoCloseable {
    private final Connection connection;
    private final boolean ownConnection;
    private final ReportSlice slice;
    private final CopyText incoming;
    private long rows;
    private boolean done;

    private SliceWriter(Connection connection, boolean ownConnection, ReportSlice slice, CopyText incoming) {
        this.connection = connection;
        this.ownConnection = ownConnection;
        this.slice = slice;
        this.incoming = incoming;
    }

    /**
     * @param rows how many the report had
     * @param days how many days are covered now by what was written
     * @param restated the days whose totals are other than they were
     * @param kept the days that were left as Amazon's API gave them, in order
     */
    public record Written(long rows, int days, List<Restatement> restated, List<LocalDate> kept) {
        public Written {
            restated = List.copyOf(restated);
            kept = List.copyOf(kept);
        }
    }

    static SliceWriter open(ConnectionSource source, ReportSlice slice) {
        Connection connection;
        try {
            connection = source.open();
        } catch (SQLException e) {
            throw AdsStore.failed("reached", e);
        }
        try {
            connection.setAutoCommit(false);
            return new SliceWriter(
                    connection, true, slice, copyInto(connection, slice.report().table()));
        } catch (SQLException e) {
            closeQuietly(connection, e);
            throw AdsStore.failed("written", e);
        }
    }

    static SliceWriter within(Connection transaction, ReportSlice slice) {
        try {
            return new SliceWriter(
                    transaction,
                    false,
                    slice,
                    copyInto(transaction, slice.report().table()));
        } catch (SQLException e) {
            throw AdsStore.failed("written", e);
        }
    }

    private static CopyText copyInto(Connection connection, AdsTable table) throws SQLException {
        var columns = String.join(", ", table.columns());
        run(connection, """
                CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS
                SELECT %s FROM %s WITH NO DATA
                """.formatted(columns, table.qualified()));
        return CopyText.into(connection, "incoming (%s)".formatted(columns));
    }

    /** @throws IllegalArgumentException if the row is of another table or of a day that the slice does not hold */
    public void add(AdsRow row) {
        if (!slice.holds(row.date())) {
            throw new IllegalArgumentException(
                    "%s is no day of %s to %s".formatted(row.date(), slice.first(), slice.last()));
        }
        try {
            incoming.row(Cells.of(row, slice).toArray());
            rows++;
        } catch (SQLException e) {
            throw AdsStore.failed("written", e);
        }
    }

    /** Makes the days visible, all at once; in a transaction of the caller's, once that commits. */
    public Written commit() {
        try {
            incoming.end();
            var kept = leaveOutDaysOfTheApi();
            var restated = Restatement.find(connection, slice);
            delete();
            insert();
            mark();
            Restatement.keep(connection, slice, restated);
            if (ownConnection) {
                connection.commit();
            } else {
                run(connection, "DROP TABLE incoming");
            }
            done = true;
            var days = Math.toIntExact(ChronoUnit.DAYS.between(slice.first(), slice.last()) + 1);
            return new Written(rows, days - kept.size(), restated, kept);
        } catch (SQLException e) {
            throw AdsStore.failed("written", e);
        }
    }

    private List<LocalDate> leaveOutDaysOfTheApi() throws SQLException {
        if (!slice.yieldsToTheApi()) {
            return List.of();
        }
        var kept = new ArrayList<LocalDate>();
        try (var statement = connection.prepareStatement("""
                SELECT day FROM ads.report_days
                WHERE profile_id = ? AND report = ? AND day BETWEEN ? AND ? AND origin = 'api' ORDER BY day
                """)) {
            statement.setLong(1, slice.profileId());
            statement.setString(2, slice.report().id());
            statement.setObject(3, slice.first());
            statement.setObject(4, slice.last());
            try (var days = statement.executeQuery()) {
                while (days.next()) {
                    kept.add(days.getObject(1, LocalDate.class));
                }
            }
        }
        try (var statement = connection.prepareStatement("DELETE FROM incoming WHERE date = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("date", kept.toArray()));
            statement.executeUpdate();
        }
        return kept;
    }

    private void delete() throws SQLException {
        var sql = """
                DELETE FROM %s WHERE date BETWEEN ? AND ? AND channel = ? AND profile_id = ?
                AND date NOT IN (SELECT day FROM ads.report_days
                                 WHERE profile_id = ? AND report = ? AND origin = 'api' AND ?)
                """.formatted(slice.report().table().qualified());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, slice.first());
            statement.setObject(2, slice.last());
            statement.setString(3, slice.report().channel().name());
            statement.setLong(4, slice.profileId());
            statement.setLong(5, slice.profileId());
            statement.setString(6, slice.report().id());
            statement.setBoolean(7, slice.yieldsToTheApi());
            statement.executeUpdate();
        }
    }

    private void insert() throws SQLException {
        var table = slice.report().table();
        var sums = table.columns().stream()
                .map(column -> AdsTable.MEASURES.contains(column)
                        ? "sum(%s)".formatted(column)
                        : table.key().contains(column) ? column : "max(%s)".formatted(column))
                .toList();
        run(
                connection,
                "INSERT INTO %s (%s) SELECT %s FROM incoming GROUP BY %s"
                        .formatted(
                                table.qualified(),
                                String.join(", ", table.columns()),
                                String.join(", ", sums),
                                String.join(", ", table.key())));
    }

    private void mark() throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO ads.report_days (profile_id, report, table_name, channel, day, origin, asked_on)
                SELECT ?, ?, ?, ?, day::date, ?, ? FROM generate_series(?::date, ?::date, interval '1 day') AS day
                ON CONFLICT (profile_id, report, day) DO UPDATE
                SET origin = excluded.origin, loaded_at = excluded.loaded_at, asked_on = excluded.asked_on
                WHERE NOT (excluded.origin = 'import' AND report_days.origin = 'api')
                """)) {
            statement.setLong(1, slice.profileId());
            statement.setString(2, slice.report().id());
            statement.setString(3, slice.report().table().sqlName());
            statement.setString(4, slice.report().channel().name());
            statement.setString(5, slice.origin().text());
            statement.setObject(6, slice.askedOn(), Types.DATE);
            statement.setObject(7, slice.first());
            statement.setObject(8, slice.last());
            statement.executeUpdate();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            if (!done) {
                incoming.giveUp();
            }
            if (ownConnection) {
                closeConnection();
            }
        } catch (SQLException e) {
            if (done) {
                throw AdsStore.failed("closed", e);
            }
        }
    }

    private void closeConnection() throws SQLException {
        try (connection) {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private static void closeQuietly(Connection connection, SQLException because) {
        try {
            connection.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
