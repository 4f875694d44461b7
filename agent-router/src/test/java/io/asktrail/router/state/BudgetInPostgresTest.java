package io.asktrail.router.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.answer.Cost;
import io.asktrail.router.model.DailyLimits;
import io.asktrail.router.model.ModelBudget;
import io.asktrail.router.model.ModelBudgetContract;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BudgetInPostgresTest extends ModelBudgetContract {
    private static final RouterDatabase DATABASE = new RouterDatabase(TestDatabase.settings("budget_test"));

    @Override
    protected ModelBudget budget(DailyLimits limits) {
        DATABASE.jdbc().sql("truncate model_spending").update();
        return new BudgetInPostgres(DATABASE, limits);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void spendsNothingWhileTheDatabaseIsAway() {
        // Given
        var database = new RouterDatabase(TestDatabase.settings("budget_away_test"));
        var budget = new BudgetInPostgres(database, new DailyLimits(1_000, null));
        database.close();

        // Then
        assertThat(budget.reserve("asha", LocalDate.of(2025, 8, 20), 1)).isFalse();
        budget.settle("asha", LocalDate.of(2025, 8, 20), 1, Cost.NONE);
    }
}
