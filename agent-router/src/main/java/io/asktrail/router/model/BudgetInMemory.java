package io.asktrail.router.model;

import io.asktrail.contracts.answer.Cost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts in this process alone: with several routers each has the whole budget, and a restart begins anew. More callers
 * in a day than it can count get no model.
 */
public final class BudgetInMemory implements ModelBudget {
    private static final int MOST_CALLERS = 20_000;

    private final DailyLimits limits;
    private final Map<String, Spent> spent = new HashMap<>();
    private @Nullable LocalDate day;

    private record Spent(long tokens, BigDecimal money) {
        static final Spent NOTHING = new Spent(0, BigDecimal.ZERO);
    }

    public BudgetInMemory(DailyLimits limits) {
        this.limits = limits;
    }

    @Override
    public synchronized boolean reserve(String caller, LocalDate today, long tokens) {
        if (day == null || today.isAfter(day)) {
            day = today;
            spent.clear();
        }
        if (spent.size() >= MOST_CALLERS && !spent.containsKey(caller)) {
            return false;
        }
        var before = spent.getOrDefault(caller, Spent.NOTHING);
        var fits = before.tokens + tokens <= limits.tokens()
                && (limits.money() == null || before.money.compareTo(limits.money()) < 0);
        if (fits) {
            spent.put(caller, new Spent(before.tokens + tokens, before.money));
        }
        return fits;
    }

    @Override
    public synchronized void settle(String caller, LocalDate when, long reserved, Cost cost) {
        if (!when.equals(day)) {
            return;
        }
        spent.computeIfPresent(
                caller,
                (_, before) -> new Spent(
                        Math.max(0, before.tokens - reserved + cost.tokens()), before.money.add(cost.money())));
    }
}
