package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.world.Incident;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Incidents of the demo's shops, and calm months of the same: what is found, and what is cried for nothing. */
@Tag("full")
class AnomalyRecallTest {
    @Test
    void findsTheIncidentsOfTwentyShopsAndCriesWolfAtMostOnceANumberAndMonth() {
        // Given: none of these seeds was looked at while the thresholds were chosen
        var report = new Report();

        // When
        for (var seed = 9001; seed <= 9020; seed++) {
            var struck = YearMonth.of(2024, 7).plusMonths(2L * (seed % 8));
            var shop = new DemoShop(seed);
            report.look(shop, seed, struck);
            report.look(shop, seed, struck.plusMonths(1));
        }

        // Then
        System.out.println(report);
        assertThat(report.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(report.falseAlarmsOfTheWorst()).isLessThanOrEqualTo(1);
    }

    /** What was found of what there was. */
    private static final class Report {
        private int months;
        private int incidents;
        private int found;
        private final TreeMap<String, Integer> falseAlarms = new TreeMap<>();
        private final List<String> lines = new ArrayList<>();

        void look(DemoShop shop, long seed, YearMonth month) {
            months++;
            var incident = shop.incident(month);
            var rows = shop.found(month).rows("metric part member from to score");
            var hits = incident.map(
                            one -> rows.stream().filter(row -> tells(row, one)).toList())
                    .orElse(List.of());
            incident.ifPresent(one -> {
                incidents++;
                found += hits.isEmpty() ? 0 : 1;
                lines.add("%d %s %s: %s".formatted(seed, month, one, hits.isEmpty() ? "MISSED" : hits.getFirst()));
            });
            rows.stream()
                    .filter(row -> incident.isEmpty() || !follows(row, incident.get()))
                    .forEach(row -> {
                        falseAlarms.merge(metric(row), 1, Integer::sum);
                        lines.add("%d %s false: %s".formatted(seed, month, row));
                    });
        }

        // The right member in the right days.
        private static boolean tells(String row, Incident incident) {
            return row.contains(incident.subject().replace(' ', '_')) && follows(row, incident);
        }

        // Whatever moves during an incident may move because of it.
        private static boolean follows(String row, Incident incident) {
            var dates = row.split(" ");
            var from = LocalDate.parse(dates[dates.length - 3]);
            var to = LocalDate.parse(dates[dates.length - 2]);
            return !to.isBefore(incident.from()) && !from.isAfter(incident.to());
        }

        private static String metric(String row) {
            return row.replaceAll(" (campaign|category|brand|-) .*", "");
        }

        double recall() {
            return (double) found / incidents;
        }

        double falseAlarmsOfTheWorst() {
            return (double) falseAlarms.values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0)
                    / months;
        }

        @Override
        public String toString() {
            return "%d of %d incidents found; false alarms in %d months: %s%n%s"
                    .formatted(found, incidents, months, falseAlarms, String.join(System.lineSeparator(), lines));
        }
    }
}
