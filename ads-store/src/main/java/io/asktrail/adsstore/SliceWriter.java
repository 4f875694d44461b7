package io.asktrail.adsstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Replaces the days of one report in one transaction: the rows go into a table of the session's own, then the old days
 * out, the new ones and the marks of the days in. The memory it takes does not grow with the report.
 *
 * <p>Rows of the same key are added up: an export may list a target twice that the store tells apart by nothing.
 */
public final class SliceWriter implements AutoCloseable {
    private final Connection connection;
    private final ReportSlice slice;
    private final CopyIn copy;
    private final CopyText text;
    private long rows;
    private boolean committed;

    private SliceWriter(Connection connection, ReportSlice slice, CopyIn copy) {
        this.connection = connection;
        this.slice = slice;
        this.copy = copy;
        this.text = new CopyText(copy);
    }

    /**
     * @param rows how many the report had
     * @param days how many days are covered now
     * @param restated the days whose totals are other than they were
     */
    public record Written(long rows, int days, List<Restatement> restated) {
        public Written {
            restated = List.copyOf(restated);
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
            var table = slice.report().table();
            run(connection, """
                    CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS
                    SELECT %s FROM %s WITH NO DATA
                    """.formatted(String.join(", ", table.columns()), table.qualified()));
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY incoming (%s) FROM STDIN".formatted(String.join(", ", table.columns())));
            return new SliceWriter(connection, slice, copy);
        } catch (SQLException e) {
            closeQuietly(connection, e);
            throw AdsStore.failed("written", e);
        }
    }

    /** @throws IllegalArgumentException if the row is of another table or of a day that the slice does not hold */
    public void add(AdsRow row) {
        if (!slice.holds(row.date())) {
            throw new IllegalArgumentException(
                    "%s is no day of %s to %s".formatted(row.date(), slice.first(), slice.last()));
        }
        try {
            text.row(Cells.of(row, slice));
            rows++;
        } catch (SQLException e) {
            throw AdsStore.failed("written", e);
        }
    }

    /** Makes the days visible, all at once. */
    public Written commit() {
        try {
            text.end();
            var restated = Restatement.find(connection, slice);
            delete();
            insert();
            mark();
            Restatement.keep(connection, slice, restated);
            connection.commit();
            committed = true;
            return new Written(
                    rows,
                    Math.toIntExact(slice.first().until(slice.last(), java.time.temporal.ChronoUnit.DAYS) + 1),
                    restated);
        } catch (SQLException e) {
            throw AdsStore.failed("written", e);
        }
    }

    private void delete() throws SQLException {
        var sql = "DELETE FROM %s WHERE date BETWEEN ? AND ? AND channel = ? AND profile_id = ?"
                .formatted(slice.report().table().qualified());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, slice.first());
            statement.setObject(2, slice.last());
            statement.setString(3, slice.report().channel().name());
            statement.setLong(4, slice.profileId());
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
                INSERT INTO ads.report_days (profile_id, report, table_name, channel, day, origin)
                SELECT ?, ?, ?, ?, day::date, ? FROM generate_series(?::date, ?::date, interval '1 day') AS day
                ON CONFLICT (profile_id, report, day) DO UPDATE
                SET origin = excluded.origin, loaded_at = excluded.loaded_at
                """)) {
            statement.setLong(1, slice.profileId());
            statement.setString(2, slice.report().id());
            statement.setString(3, slice.report().table().sqlName());
            statement.setString(4, slice.report().channel().name());
            statement.setString(5, slice.origin().text());
            statement.setObject(6, slice.first());
            statement.setObject(7, slice.last());
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
        try (connection) {
            if (!committed) {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
                connection.rollback();
            }
        } catch (SQLException e) {
            if (committed) {
                throw AdsStore.failed("closed", e);
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
