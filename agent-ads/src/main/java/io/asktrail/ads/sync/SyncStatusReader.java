package io.asktrail.ads.sync;

import io.asktrail.adsstore.AdsReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how far the sync is, as a role that may only read. */
final class SyncStatusReader {
    private final Connection connection;

    SyncStatusReader(Connection connection) {
        this.connection = connection;
    }

    SyncStatus read() throws SQLException {
        var error = texts("SELECT error FROM ads.sync_parts WHERE profile_id = 0 AND error IS NOT NULL").stream()
                .findFirst()
                .orElse(null);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT started_at, finished_at, next_at FROM ads.sync_run")) {
            return rows.next()
                    ? new SyncStatus(instant(rows, 1), instant(rows, 2), instant(rows, 3), error, accounts())
                    : new SyncStatus(null, null, null, error, accounts());
        }
    }

    private List<SyncStatus.Account> accounts() throws SQLException {
        var accounts = new ArrayList<SyncStatus.Account>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT profile_id, account_name FROM ads.profiles ORDER BY profile_id")) {
            while (rows.next()) {
                var id = rows.getLong(1);
                accounts.add(new SyncStatus.Account(
                        Long.toString(id), rows.getString(2), reports(id), texts("""
                        SELECT part || ': ' || error FROM ads.sync_parts
                        WHERE profile_id = %d AND error IS NOT NULL ORDER BY part
                        """.formatted(id))));
            }
        }
        return accounts;
    }

    private List<SyncStatus.Report> reports(long profileId) throws SQLException {
        var reports = new ArrayList<SyncStatus.Report>();
        try (var query = connection.prepareStatement("""
                SELECT min(day), max(day), coalesce(max(day) - min(day) + 1 - count(day), 0)::int, max(loaded_at),
                       (SELECT count(*) FROM ads.sync_orders WHERE profile_id = ? AND report = ?)::int,
                       (SELECT min(retry_at) FROM ads.sync_orders WHERE profile_id = ? AND report = ?),
                       (SELECT error FROM ads.sync_orders WHERE profile_id = ? AND report = ? AND error IS NOT NULL
                        ORDER BY last_day DESC LIMIT 1)
                FROM ads.report_days WHERE profile_id = ? AND report = ?
                """)) {
            for (var report : AdsReport.values()) {
                for (var place = 1; place <= 8; place += 2) {
                    query.setLong(place, profileId);
                    query.setString(place + 1, report.id());
                }
                try (var rows = query.executeQuery()) {
                    rows.next();
                    reports.add(new SyncStatus.Report(
                            report.id(),
                            rows.getObject(1, LocalDate.class),
                            rows.getObject(2, LocalDate.class),
                            rows.getInt(3),
                            rows.getInt(5),
                            instant(rows, 4),
                            instant(rows, 6),
                            rows.getString(7)));
                }
            }
        }
        return reports;
    }

    private List<String> texts(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
