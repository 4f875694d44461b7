package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.task.Diagnosis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacingFindingsTest {
    private static final String ALL =
            "member spend budget pace spend.projected budget.planned projected_pace runs_out capped_days";

    @Test
    void projectsAMonthToDateToTheEndOfTheMonth() {
        // Given: the first ten days of November, 90 of 100 a day; today, the 11th, is not known yet
        var days = new ArrayList<String>();
        for (var day = LocalDate.of(2025, 11, 1); day.isBefore(LocalDate.of(2025, 11, 11)); day = day.plusDays(1)) {
            days.add("%s Kurta 90 100".formatted(day));
        }

        // When
        var rows = november().days("spend budget", "campaign", days).found().rows(ALL);

        // Then: 900 + 20 x 90 of 1000 + 20 x 100
        assertThat(rows)
                .containsExactly(
                        "- 900 1000 0.9000 2700.00 3000.00 0.9000 - 0",
                        "Kurta 900 1000 0.9000 2700.00 3000.00 0.9000 - 0");
    }

    @Test
    void saysOnWhichDayTheBudgetIsUsedUp() {
        // Given: three times its budget in each of the last seven days
        var days = new ArrayList<String>();
        for (var day = LocalDate.of(2025, 11, 1); day.isBefore(LocalDate.of(2025, 11, 11)); day = day.plusDays(1)) {
            days.add("%s Kurta %d 100".formatted(day, day.getDayOfMonth() <= 3 ? 100 : 300));
        }

        // When
        var rows = november().days("spend budget", "campaign", days).found().rows("spend runs_out capped_days");

        // Then: 3000 planned, 2400 spent, 300 a day: two days more; every day was at its limit
        assertThat(rows.getFirst()).isEqualTo("2400 2025-11-12 10");
    }

    @Test
    void ordersCampaignsByHowFarTheyEndFromThePlan() {
        // Given
        var days = new ArrayList<String>();
        for (var day = LocalDate.of(2025, 11, 1); day.isBefore(LocalDate.of(2025, 11, 11)); day = day.plusDays(1)) {
            days.add("%s Exact 100 100".formatted(day));
            days.add("%s Idle 0 100".formatted(day));
            days.add("%s Over 130 100".formatted(day));
        }

        // When
        var rows = november().days("spend budget", "campaign", days).found().rows("member projected_pace");

        // Then
        assertThat(rows).containsExactly("- 0.7667", "Idle 0.0000", "Over 1.3000", "Exact 1.0000");
    }

    @Test
    void leavesDaysThatAreOverAsTheyWere() {
        // When
        var rows = Looked.at(Diagnosis.Kind.PACING, Looked.period("2025-10-01", "2025-10-02", null))
                .days("spend budget", "campaign", List.of("2025-10-01 A 10 20", "2025-10-02 A 30 20"))
                .found()
                .rows("member spend budget spend.projected budget.planned runs_out capped_days");

        // Then
        assertThat(rows).containsExactly("- 40 40 40.00 40.00 - 1", "A 40 40 40.00 40.00 - 1");
    }

    private static Looked november() {
        return Looked.at(Diagnosis.Kind.PACING, Looked.period("2025-11-01", "2025-11-11", "this_month"));
    }
}
