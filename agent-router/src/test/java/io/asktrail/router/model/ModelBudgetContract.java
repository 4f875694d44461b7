package io.asktrail.router.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Cost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every budget does, wherever it counts. */
public abstract class ModelBudgetContract {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 20);

    /** An empty one. */
    protected abstract ModelBudget budget(DailyLimits limits);

    private static Cost spent(long tokens, String money) {
        return new Cost(1, tokens, new BigDecimal(money));
    }

    @Test
    void givesNoMoreThanTheDayHas() {
        var budget = budget(new DailyLimits(1_000, null));

        assertThat(budget.reserve("asha", TODAY, 600)).isTrue();
        assertThat(budget.reserve("asha", TODAY, 600)).isFalse();
        assertThat(budget.reserve("asha", TODAY, 400)).isTrue();
        assertThat(budget.reserve("asha", TODAY, 1)).isFalse();
    }

    @Test
    void givesNothingThatIsMoreThanADayFromTheStart() {
        assertThat(budget(new DailyLimits(1_000, null)).reserve("asha", TODAY, 1_001))
                .isFalse();
        assertThat(budget(new DailyLimits(0, null)).reserve("asha", TODAY, 1)).isFalse();
    }

    @Test
    void givesBackWhatWasSetAsideAndNotSpent() {
        // Given
        var budget = budget(new DailyLimits(1_000, null));
        budget.reserve("asha", TODAY, 900);

        // When
        budget.settle("asha", TODAY, 900, spent(100, "0"));

        // Then
        assertThat(budget.reserve("asha", TODAY, 900)).isTrue();
        assertThat(budget.reserve("asha", TODAY, 1)).isFalse();
    }

    @Test
    void endsWithTheMoney() {
        // Given
        var budget = budget(new DailyLimits(1_000_000, new BigDecimal("0.50")));
        budget.reserve("asha", TODAY, 10);
        budget.settle("asha", TODAY, 10, spent(10, "0.49"));

        // When
        var before = budget.reserve("asha", TODAY, 10);
        budget.settle("asha", TODAY, 10, spent(10, "0.01"));

        // Then
        assertThat(before).isTrue();
        assertThat(budget.reserve("asha", TODAY, 10)).isFalse();
    }

    @Test
    void keepsCallersAndDaysApart() {
        // Given
        var budget = budget(new DailyLimits(1_000, null));
        budget.reserve("asha", TODAY, 1_000);

        // Then
        assertThat(budget.reserve("ravi", TODAY, 1_000)).isTrue();
        assertThat(budget.reserve("asha", TODAY.plusDays(1), 1_000)).isTrue();
    }

    @Test
    void givesTheLastTokensOnce() throws Exception {
        // Given: twenty at once, of whom ten may
        var budget = budget(new DailyLimits(1_000, null));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    threads.invokeAll(Stream.<Callable<Boolean>>generate(() -> () -> budget.reserve("asha", TODAY, 100))
                            .limit(20)
                            .toList());

            // Then
            var given = 0;
            for (var one : all) {
                given += one.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(10);
        }
    }
}
