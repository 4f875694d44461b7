package io.asktrail.demo;

import io.asktrail.adsstore.AdsReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The days of advertising reports, by report, as the store keeps account of them. */
final class ReportDays implements DayMarks {
    @Override
    public Set<Mark> in(Connection connection) throws SQLException {
        var marks = new HashSet<Mark>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT report, day FROM ads.report_days")) {
            while (rows.next()) {
                marks.add(new Mark(rows.getString(1), rows.getObject(2, LocalDate.class)));
            }
        }
        return marks;
    }

    @Override
    public void add(Connection connection, List<MissingDay> days) throws SQLException {
        try (var marks = Batch.of(connection, """
                INSERT INTO ads.report_days (profile_id, report, table_name, channel, day, origin)
                VALUES (?, ?, ?, ?, ?, 'demo') ON CONFLICT DO NOTHING
                """)) {
            for (var missing : days) {
                for (var series : missing.series()) {
                    var report = AdsReport.of(series);
                    marks.add(
                            DemoAccount.PROFILE_ID,
                            report.id(),
                            report.table().sqlName(),
                            report.channel().name(),
                            missing.day());
                }
            }
            marks.run();
        }
    }

    @Override
    public long prune(Connection connection, Series series, LocalDate firstKept) throws SQLException {
        var report = AdsReport.of(series.name());
        try (var deleteMarks = Batch.of(connection, "DELETE FROM ads.report_days WHERE report = ? AND day < ?")) {
            deleteMarks.add(report.id(), firstKept);
            deleteMarks.run();
        }
        var rows = "DELETE FROM ads.%s WHERE date < ? AND channel = ?"
                .formatted(report.table().sqlName());
        try (var deleteRows = connection.prepareStatement(rows)) {
            deleteRows.setObject(1, firstKept);
            deleteRows.setString(2, report.channel().name());
            return deleteRows.executeUpdate();
        }
    }
}
