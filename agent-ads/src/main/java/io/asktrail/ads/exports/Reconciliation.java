package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.ReportSlice;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a report agrees with another of the same channel, on the days that both cover. Spend and clicks are compared;
 * impressions are not, as some reports only hold what was clicked.
 *
 * @param agreeing how many days agree
 * @param differing the others, in order
 */
record Reconciliation(AdsReport report, AdsReport other, int agreeing, List<Difference> differing) {
    Reconciliation {
        differing = List.copyOf(differing);
    }

    /** A day on which two reports disagree; money in the profile's currency. */
    record Difference(LocalDate day, BigDecimal spend, BigDecimal otherSpend, long clicks, long otherClicks) {}

    /** With every other report that has a day in common with the slice. */
    static List<Reconciliation> of(Connection connection, ReportSlice slice) throws SQLException {
        var found = new ArrayList<Reconciliation>();
        var others = Arrays.stream(AdsReport.values())
                .filter(other -> other.channel() == slice.report().channel() && other != slice.report())
                .toList();
        for (var other : others) {
            var compared = compare(connection, slice, other);
            if (compared.agreeing() > 0 || !compared.differing().isEmpty()) {
                found.add(compared);
            }
        }
        return found;
    }

    private static Reconciliation compare(Connection connection, ReportSlice slice, AdsReport other)
            throws SQLException {
        var agreeing = 0;
        var differing = new ArrayList<Difference>();
        try (var query = connection.prepareStatement(sql(slice.report(), other))) {
            var values = values(slice, other);
            for (var i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(6)) {
                        agreeing++;
                    } else {
                        differing.add(new Difference(
                                rows.getObject(1, LocalDate.class),
                                rows.getBigDecimal(2),
                                rows.getBigDecimal(3),
                                rows.getLong(4),
                                rows.getLong(5)));
                    }
                }
            }
        }
        return new Reconciliation(slice.report(), other, agreeing, differing);
    }

    // Each row is rounded to the paisa, so sums over many small rows may drift by half a paisa a row.
    private static String sql(AdsReport report, AdsReport other) {
        var sums = """
                (SELECT date, sum(cost) AS cost, sum(clicks)::bigint AS clicks, count(*) AS rows FROM ads.%s
                 WHERE profile_id = ? AND channel = ? AND date BETWEEN ? AND ? GROUP BY date)
                """;
        return """
                SELECT one.day, coalesce(a.cost, 0), coalesce(b.cost, 0), coalesce(a.clicks, 0), coalesce(b.clicks, 0),
                       coalesce(a.clicks, 0) = coalesce(b.clicks, 0)
                       AND abs(coalesce(a.cost, 0) - coalesce(b.cost, 0))
                           <= 0.005 * (coalesce(a.rows, 0) + coalesce(b.rows, 0))
                FROM ads.report_days AS one
                JOIN ads.report_days AS two ON two.profile_id = one.profile_id AND two.day = one.day AND two.report = ?
                LEFT JOIN %s AS a ON a.date = one.day
                LEFT JOIN %s AS b ON b.date = one.day
                WHERE one.profile_id = ? AND one.report = ? AND one.day BETWEEN ? AND ?
                ORDER BY one.day
                """.formatted(
                        sums.formatted(report.table().sqlName()),
                        sums.formatted(other.table().sqlName()));
    }

    private static List<Object> values(ReportSlice slice, AdsReport other) {
        var ofOneReport = List.of(slice.profileId(), slice.report().channel().name(), slice.first(), slice.last());
        return Stream.of(
                        List.of(other.id()),
                        ofOneReport,
                        ofOneReport,
                        List.of(slice.profileId(), slice.report().id(), slice.first(), slice.last()))
                .<Object>flatMap(List::stream)
                .toList();
    }
}
