package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Diagnosis;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnomalyFindingsTest {
    private static final LocalDate START = LocalDate.of(2025, 7, 9);
    private static final String RUN = "metric part member from to peak";

    @Test
    void findsADayThatIsFarFromItsWeekday() {
        // Given: weekends sell twice as much; one Wednesday sells as much as a Sunday
        var days = days("2025-10-31", day -> day.equals(LocalDate.of(2025, 10, 15)) ? 200 : usual(day));

        // When
        var found = october("net_sales").days("net_sales", null, days).found();

        // Then: the middle of the twelve Wednesdays before is 100.5, and 200 is 99 % above it
        assertThat(found.rows(RUN)).containsExactly("net_sales - - 2025-10-15 2025-10-15 2025-10-15");
        assertThat(found.rows("net_sales deviation").getFirst()).isEqualTo("200 0.9900");
    }

    @Test
    void findsNothingWhereWeekdaysDifferAsTheyAlwaysDo() {
        // When
        var found = october("net_sales")
                .days("net_sales", null, days("2025-10-31", AnomalyFindingsTest::usual))
                .found();

        // Then
        assertThat(found.table().rows()).isEmpty();
    }

    @Test
    void tellsDaysInARowAsOneWithTheFurthestOutAsItsPeak() {
        // Given
        var days = days("2025-10-31", day -> switch (day.toString()) {
            case "2025-10-13" -> 20;
            case "2025-10-14" -> 10;
            case "2025-10-15" -> 30;
            default -> usual(day);
        });

        // When
        var found = october("net_sales").days("net_sales", null, days).found();

        // Then
        assertThat(found.rows(RUN)).containsExactly("net_sales - - 2025-10-13 2025-10-15 2025-10-14");
    }

    @Test
    void anEarlierIncidentDoesNotHideTheNext() {
        // Given: the same Wednesday's weekday was struck once before
        var days = days("2025-10-31", day -> switch (day.toString()) {
            case "2025-09-03", "2025-10-15" -> 400;
            default -> usual(day);
        });

        // When
        var found = october("net_sales").days("net_sales", null, days).found();

        // Then
        assertThat(found.rows("from")).containsExactly("2025-10-15");
    }

    @Test
    void saysNothingOfASmallMembersOddDay() {
        // Given: of a whole of thousands, one campaign spends 15 instead of 3 and another 900 instead of 300
        var days = new ArrayList<String>();
        var whole = new ArrayList<String>();
        for (var day = START; !day.isAfter(LocalDate.of(2025, 10, 31)); day = day.plusDays(1)) {
            var struck = day.equals(LocalDate.of(2025, 10, 15));
            var noise = noise(day);
            days.add("%s Small %d".formatted(day, struck ? 15 : 3));
            days.add("%s Large %d".formatted(day, struck ? 900 : 300 + noise));
            whole.add("%s %d".formatted(day, 4000 + noise));
        }

        // When
        var found = october("spend")
                .days("spend", null, whole)
                .days("spend", "campaign", days)
                .found();

        // Then
        assertThat(found.rows("part member from")).containsExactly("campaign Large 2025-10-15");
    }

    @Test
    void callsNothingUsualBelowNothing() {
        // Given: 0, 20 and 40 in turn, so that three deviations reach below 0; then 500
        var days = days(
                "2025-10-31",
                day -> day.equals(LocalDate.of(2025, 10, 15)) ? 500 : (int) (day.toEpochDay() * 11 % 3) * 20);

        // When
        var rows = october("refunds").days("refunds", null, days).found().rows("from refunds.usual_low");

        // Then
        assertThat(rows).containsExactly("2025-10-15 0.00");
    }

    @Test
    void doesNotJudgeTheDayThatIsStillRunning() {
        // Given: today, half over
        var period = Looked.period("2025-10-01", "2025-10-15", "this_month");
        var days = days("2025-10-15", day -> day.equals(LocalDate.of(2025, 10, 15)) ? 10 : usual(day));

        // When
        var found = Looked.at(Diagnosis.Kind.ANOMALY, period, "net_sales")
                .days("net_sales", null, days)
                .found();

        // Then
        assertThat(found.table().rows()).isEmpty();
    }

    @Test
    void saysThatThereIsTooLittleHistory() {
        // Given: seven weeks before, where eight are needed
        var days = new ArrayList<String>();
        for (var day = LocalDate.of(2025, 9, 15); !day.isAfter(LocalDate.of(2025, 10, 31)); day = day.plusDays(1)) {
            days.add("%s 100".formatted(day));
        }

        // When
        var result = october("net_sales").days("net_sales", null, days).result();

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("eight weeks"));
    }

    private static Looked october(String metric) {
        return Looked.at(Diagnosis.Kind.ANOMALY, Looked.period("2025-10-01", "2025-10-31", "last_month"), metric);
    }

    private static List<String> days(String end, java.util.function.ToIntFunction<LocalDate> value) {
        var days = new ArrayList<String>();
        for (var day = START; !day.isAfter(LocalDate.parse(end)); day = day.plusDays(1)) {
            days.add("%s %d".formatted(day, value.applyAsInt(day)));
        }
        return days;
    }

    private static int usual(LocalDate day) {
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return (weekend ? 200 : 100) + noise(day);
    }

    // The same in every run, and never the same in every week.
    private static int noise(LocalDate day) {
        return (int) (day.toEpochDay() * 7 % 5) - 2;
    }
}
