package io.asktrail.adsstore;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A day that Amazon reported before and reports otherwise now. */
public record Restatement(LocalDate day, Totals before, Totals after) {

    /** A day's sums over one report. */
    public record Totals(BigDecimal cost, BigDecimal sales, long orders) {}

    /** Compares what came in with what is there; a day that was never loaded is new, not restated. */
    static List<Restatement> find(Connection connection, ReportSlice slice) throws SQLException {
        var sql = """
                SELECT known.day, coalesce(old.cost, 0), coalesce(old.sales, 0), coalesce(old.orders, 0),
                       coalesce(new.cost, 0), coalesce(new.sales, 0), coalesce(new.orders, 0)
                FROM ads.report_days AS known
                LEFT JOIN (SELECT date, sum(cost) AS cost, sum(attributed_sales) AS sales,
                                  sum(attributed_orders)::bigint AS orders
                           FROM %s WHERE date BETWEEN ? AND ? AND channel = ? AND profile_id = ?
                           GROUP BY date) AS old ON old.date = known.day
                LEFT JOIN (SELECT date, sum(cost) AS cost, sum(attributed_sales) AS sales,
                                  sum(attributed_orders)::bigint AS orders
                           FROM incoming GROUP BY date) AS new ON new.date = known.day
                WHERE known.profile_id = ? AND known.report = ? AND known.day BETWEEN ? AND ?
                  AND NOT (known.origin = 'api' AND ?)
                  AND (coalesce(old.cost, 0), coalesce(old.sales, 0), coalesce(old.orders, 0))
                      <> (coalesce(new.cost, 0), coalesce(new.sales, 0), coalesce(new.orders, 0))
                ORDER BY known.day
                """.formatted(slice.report().table().qualified());
        var found = new ArrayList<Restatement>();
        try (var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, slice.first());
            statement.setObject(2, slice.last());
            statement.setString(3, slice.report().channel().name());
            statement.setLong(4, slice.profileId());
            statement.setLong(5, slice.profileId());
            statement.setString(6, slice.report().id());
            statement.setObject(7, slice.first());
            statement.setObject(8, slice.last());
            statement.setBoolean(9, slice.yieldsToTheApi());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Restatement(rows.getObject(1, LocalDate.class), totals(rows, 2), totals(rows, 5)));
                }
            }
        }
        return found;
    }

    private static Totals totals(ResultSet rows, int from) throws SQLException {
        return new Totals(rows.getBigDecimal(from), rows.getBigDecimal(from + 1), rows.getLong(from + 2));
    }

    static void keep(Connection connection, ReportSlice slice, List<Restatement> restated) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO ads.restatements (profile_id, report, channel, day, cost_before, cost_after, sales_before,
                                              sales_after, orders_before, orders_after)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            for (var one : restated) {
                statement.setLong(1, slice.profileId());
                statement.setString(2, slice.report().id());
                statement.setString(3, slice.report().channel().name());
                statement.setObject(4, one.day());
                statement.setBigDecimal(5, one.before().cost());
                statement.setBigDecimal(6, one.after().cost());
                statement.setBigDecimal(7, one.before().sales());
                statement.setBigDecimal(8, one.after().sales());
                statement.setLong(9, one.before().orders());
                statement.setLong(10, one.after().orders());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
