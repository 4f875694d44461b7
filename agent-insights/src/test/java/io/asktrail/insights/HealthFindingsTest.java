package io.asktrail.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Diagnosis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthFindingsTest {
    @Test
    void putsNumbersUnusualDaysAndBudgetsTogether() {
        // Given: 100 a day for fourteen weeks, but 900 on 20 October; one campaign at 90 of 100
        var days = new ArrayList<String>();
        for (var day = Looked.FROM.minusDays(84); !day.isAfter(Looked.TO); day = day.plusDays(1)) {
            days.add("%s %d"
                    .formatted(day, day.equals(LocalDate.of(2025, 10, 20)) ? 900 : 100 + day.getDayOfMonth() % 3));
        }

        // When
        var found = october()
                .compared("spend roas", null, "3900 3000 4.2 4.4")
                .days("spend", null, days)
                .days("spend budget", "campaign", List.of("2025-10-01 Kurta 90 100", "2025-10-02 Kurta 90 100"))
                .found();

        // Then
        assertThat(found.rows("about spend spend.previous roas from to pace"))
                .containsExactly(
                        "numbers 3900 3000 4.2 - - -",
                        "unusual 900 - - 2025-10-20 2025-10-20 -",
                        "budgets 180 - - - - 0.9000",
                        "budgets 180 - - - - 0.9000");
    }

    @Test
    void isWorthSomethingWithTheNumbersAlone() {
        assertThat(october().compared("spend", null, "120 100").found().rows("about spend"))
                .containsExactly("numbers 120");
    }

    @Test
    void saysWhatIsMissingWithoutTheNumbers() {
        assertThat(october().missing().result())
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.reason()).contains("both periods"));
    }

    private static Looked october() {
        return Looked.at(Diagnosis.Kind.HEALTH, Looked.period("2025-10-01", "2025-10-31", null));
    }
}
