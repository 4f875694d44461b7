package io.asktrail.ads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.adsstore.AdsReport;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueWindowsTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-03-31");

    @Test
    void firstAsksForAllThatAmazonKeepsInReportsOfAMonthTheNewestFirst() {
        // When
        var windows = new DueWindows(AdsReport.SB_CAMPAIGNS, TODAY, Map.of()).outside(_ -> false);

        // Then: 60 days before the 31st of March, counted by hand
        assertThat(windows).containsExactly(window("2025-02-28", "2025-03-30"), window("2025-01-30", "2025-02-27"));
    }

    @Test
    void asksForNothingOnTheDayOnWhichAllWasFetched() {
        // Given
        var fetched = fetched(AdsReport.SP_CAMPAIGNS, TODAY);

        // When
        var windows = new DueWindows(AdsReport.SP_CAMPAIGNS, TODAY, fetched).outside(_ -> false);

        // Then
        assertThat(windows).isEmpty();
    }

    @Test
    void asksOnTheNextDayForTheAttributionWindowAndForWhatIsRestated() {
        // Given
        var fetched = fetched(AdsReport.SP_CAMPAIGNS, TODAY);

        // When
        var windows = new DueWindows(AdsReport.SP_CAMPAIGNS, TODAY.plusDays(1), fetched).outside(_ -> false);

        // Then: one report over the days that are 1 to 8 and 14 days old, and one for that of 35
        assertThat(windows).containsExactly(window("2025-03-18", "2025-03-31"), window("2025-02-25", "2025-02-25"));
    }

    @Test
    void fetchesADayAgainUntilAmazonsLastWordOnIt() {
        // Given: a Display day; 14 days of attribution, then restated after 1, 7 and 28 days
        var day = LocalDate.parse("2025-01-31");
        var ages = new java.util.ArrayList<Integer>();
        var asked = new HashMap<LocalDate, LocalDate>();

        // When
        for (var age = 1; age <= 64; age++) {
            var today = day.plusDays(age);
            var due = new DueWindows(AdsReport.SD_CAMPAIGNS, today, Map.copyOf(asked))
                    .outside(other -> !other.equals(day));
            if (!due.isEmpty()) {
                ages.add(age);
                asked.put(day, today);
            }
        }

        // Then
        assertThat(ages).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 21, 42);
    }

    @Test
    void catchesUpWithAllThatMovedWhileItWasOff() {
        // Given
        var fetched = fetched(AdsReport.SP_CAMPAIGNS, TODAY);

        // When
        var windows = new DueWindows(AdsReport.SP_CAMPAIGNS, TODAY.plusDays(40), fetched).outside(_ -> false);

        // Then: 40 new days, and those that were younger than 35 days when it went off
        assertThat(windows).last().isEqualTo(window("2025-02-25", "2025-03-08"));
        assertThat(windows.getFirst().last()).isEqualTo("2025-05-09");
    }

    @Test
    void leavesOutDaysThatAmazonKeepsNoLonger() {
        // When
        var windows = new DueWindows(AdsReport.SP_CAMPAIGNS, TODAY, Map.of()).outside(_ -> false);

        // Then: 95 days before
        assertThat(windows.getLast().first()).isEqualTo("2024-12-26");
    }

    @Test
    void reachesOverNoDayThatIsUnderWay() {
        // Given
        var held = LocalDate.parse("2025-03-20");

        // When
        var windows = new DueWindows(AdsReport.SB_TARGETING, TODAY, Map.of()).outside(held::equals);

        // Then
        assertThat(windows).startsWith(window("2025-03-21", "2025-03-30"));
        assertThat(windows).noneMatch(window -> window.holds(held));
    }

    private static Window window(String first, String last) {
        return new Window(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static Map<LocalDate, LocalDate> fetched(AdsReport report, LocalDate on) {
        var days = new HashMap<LocalDate, LocalDate>();
        on.minusDays(report.retentionDays()).datesUntil(on).forEach(day -> days.put(day, on));
        assertThat(List.copyOf(days.keySet())).hasSize(report.retentionDays());
        return days;
    }
}
