package io.asktrail.router.model;

class BudgetInMemoryTest extends ModelBudgetContract {
    @Override
    protected ModelBudget budget(DailyLimits limits) {
        return new BudgetInMemory(limits);
    }
}
