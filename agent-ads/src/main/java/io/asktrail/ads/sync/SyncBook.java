package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.ReportTicket;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.ConnectionSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the sync has to remember: the orders that are open, and which days Amazon gave when. */
final class SyncBook {
    private final ConnectionSource source;

    SyncBook(ConnectionSource source) {
        this.source = source;
    }

    /** Newest days first. */
    List<SyncOrder> orders(long profileId) throws SQLException {
        try (var connection = source.open();
                var query = connection.prepareStatement("""
                        SELECT report, first_day, last_day, ticket, asked_at, attempts, retry_at
                        FROM ads.sync_orders WHERE profile_id = ? ORDER BY last_day DESC, report
                        """)) {
            query.setLong(1, profileId);
            try (var rows = query.executeQuery()) {
                var orders = new ArrayList<SyncOrder>();
                while (rows.next()) {
                    orders.add(order(profileId, rows));
                }
                return orders;
            }
        }
    }

    private static SyncOrder order(long profileId, ResultSet row) throws SQLException {
        @Nullable String ticket = row.getString("ticket");
        @Nullable Timestamp retryAt = row.getTimestamp("retry_at");
        return new SyncOrder(
                profileId,
                AdsReport.of(row.getString("report")),
                new Window(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                ticket == null ? null : new ReportTicket(ticket),
                row.getTimestamp("asked_at").toInstant(),
                row.getInt("attempts"),
                retryAt == null ? null : retryAt.toInstant());
    }

    /** @param error what a person should know of why it has not come yet; null if it has not failed */
    void save(SyncOrder order, @Nullable String error) throws SQLException {
        try (var connection = source.open();
                var insert = connection.prepareStatement("""
                        INSERT INTO ads.sync_orders
                            (profile_id, report, first_day, last_day, ticket, asked_at, attempts, retry_at, error)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (profile_id, report, first_day) DO UPDATE
                        SET last_day = excluded.last_day, ticket = excluded.ticket, asked_at = excluded.asked_at,
                            attempts = excluded.attempts, retry_at = excluded.retry_at, error = excluded.error
                        """)) {
            insert.setLong(1, order.profileId());
            insert.setString(2, order.report().id());
            insert.setObject(3, order.window().first());
            insert.setObject(4, order.window().last());
            insert.setString(5, order.ticket() == null ? null : order.ticket().id());
            insert.setTimestamp(6, Timestamp.from(order.askedAt()));
            insert.setInt(7, order.attempts());
            insert.setTimestamp(8, timestamp(order.retryAt()));
            insert.setString(9, error);
            insert.executeUpdate();
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    void drop(SyncOrder order) throws SQLException {
        try (var connection = source.open()) {
            drop(connection, order);
        }
    }

    /** As part of the transaction that writes the order's days. */
    static void drop(Connection connection, SyncOrder order) throws SQLException {
        try (var delete = connection.prepareStatement(
                "DELETE FROM ads.sync_orders WHERE profile_id = ? AND report = ? AND first_day = ?")) {
            delete.setLong(1, order.profileId());
            delete.setString(2, order.report().id());
            delete.setObject(3, order.window().first());
            delete.executeUpdate();
        }
    }

    /** The days that Amazon gave, with the day when it was asked. What was imported or made up it has not given. */
    Map<LocalDate, LocalDate> askedOn(long profileId, AdsReport report) throws SQLException {
        try (var connection = source.open();
                var query = connection.prepareStatement("""
                        SELECT day, asked_on FROM ads.report_days
                        WHERE profile_id = ? AND report = ? AND origin = 'api' AND asked_on IS NOT NULL
                        """)) {
            query.setLong(1, profileId);
            query.setString(2, report.id());
            try (var rows = query.executeQuery()) {
                var days = new HashMap<LocalDate, LocalDate>();
                while (rows.next()) {
                    days.put(rows.getObject(1, LocalDate.class), rows.getObject(2, LocalDate.class));
                }
                return days;
            }
        }
    }
}
