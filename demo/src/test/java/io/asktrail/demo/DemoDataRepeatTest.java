package io.asktrail.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However the same days came to be there, they are the same to the byte. */
class DemoDataRepeatTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 10);
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 11);
    private static final DemoSettings SETTINGS = new DemoSettings(DemoSettings.DEFAULT_SEED, 0.2, UNTIL);
    private static Map<String, String> atOnce = Map.of();

    @BeforeAll
    static void load() {
        var databases = DemoDatabases.empty();
        databases.demo().extend(SETTINGS);
        atOnce = checksums(databases);
    }

    @Test
    void isTheSameWhenItIsMadeInTwoStages() {
        // Given
        var databases = DemoDatabases.empty();
        databases.demo().extend(until(UNTIL.minusDays(10)));

        // When
        var report = databases.demo().extend(SETTINGS);

        // Then
        assertThat(report.daysAdded()).isEqualTo(20);
        assertThat(report.rowsPruned()).isPositive();
        assertThat(checksums(databases)).isEqualTo(atOnce);
    }

    @Test
    void isTheSameWhenItWasCutOffAndTwoStartsAtOnceGoOn() throws Exception {
        // Given
        var databases = DemoDatabases.empty();
        var cutOff = databases.demo().reportingTo((done, all) -> {
            if (done > all / 2) {
                throw new IllegalStateException("cut off");
            }
        });
        assertThatThrownBy(() -> cutOff.extend(SETTINGS)).hasMessage("cut off");
        var loadedBefore = databases.sales("SELECT count(*) FROM sales.order_lines");

        // When
        Callable<DemoReport> start = () -> databases.demo().extend(SETTINGS);
        int daysAdded = 0;
        try (var starts = Executors.newFixedThreadPool(2)) {
            for (var report : starts.invokeAll(List.of(start, start))) {
                daysAdded += report.get().daysAdded();
            }
        }

        // Then
        assertThat(loadedBefore.getFirst().getFirst()).isNotEqualTo("0");
        assertThat(daysAdded).isBetween(1, 730);
        assertThat(checksums(databases)).isEqualTo(atOnce);
    }

    private static DemoSettings until(LocalDate until) {
        return new DemoSettings(SETTINGS.seed(), SETTINGS.scale(), until);
    }

    private static Map<String, String> checksums(DemoDatabases databases) {
        var sums = new LinkedHashMap<String, String>();
        for (var table : new String[] {"products", "order_lines"}) {
            sums.put("sales." + table, databases.checksum("sales", sinceFirst("sales." + table)));
        }
        for (var table : new String[] {
            "campaigns",
            "products",
            "campaign_daily",
            "product_daily",
            "targeting_daily",
            "search_term_daily",
            "placement_daily"
        }) {
            sums.put("ads." + table, databases.checksum("ads", sinceFirst("ads." + table)));
        }
        return sums;
    }

    /** A demo that was begun earlier holds earlier days as well. */
    private static String sinceFirst(String table) {
        if (table.endsWith("_daily")) {
            return "(SELECT * FROM %s WHERE date >= '%s')".formatted(table, FIRST);
        }
        return table.endsWith("order_lines")
                ? "(SELECT * FROM %s WHERE order_date >= '%s')".formatted(table, FIRST)
                : table;
    }
}
