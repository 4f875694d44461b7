package io.asktrail.router.state;

import io.asktrail.contracts.answer.Cost;
import io.asktrail.router.model.DailyLimits;
import io.asktrail.router.model.ModelBudget;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Counts for all routers together. While the database is away nothing is spent. */
public final class BudgetInPostgres implements ModelBudget {
    private static final Logger log = LoggerFactory.getLogger(BudgetInPostgres.class);

    private final RouterDatabase database;
    private final DailyLimits limits;

    public BudgetInPostgres(RouterDatabase database, DailyLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    // One statement: two questions at once cannot both take the last tokens.
    @Override
    public boolean reserve(String caller, LocalDate day, long tokens) {
        if (tokens > limits.tokens()) {
            return false;
        }
        try {
            return database.jdbc()
                            .sql("""
                                insert into model_spending as before (sub, day, tokens) values (:sub, :day, :tokens)
                                on conflict (sub, day) do update set tokens = before.tokens + excluded.tokens
                                where before.tokens + excluded.tokens <= :most
                                  and (cast(:money as numeric) is null or before.money < :money)""")
                            .param("sub", caller)
                            .param("day", day)
                            .param("tokens", tokens)
                            .param("most", limits.tokens())
                            .param("money", limits.money())
                            .update()
                    == 1;
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("failure", away.getClass().getSimpleName()).log("model not asked: no budget");
            return false;
        }
    }

    @Override
    public void settle(String caller, LocalDate day, long reserved, Cost spent) {
        try {
            database.jdbc()
                    .sql("""
                        update model_spending set tokens = greatest(0, tokens - :reserved + :tokens),
                            money = money + :money
                        where sub = :sub and day = :day""")
                    .param("reserved", reserved)
                    .param("tokens", spent.tokens())
                    .param("money", spent.money())
                    .param("sub", caller)
                    .param("day", day)
                    .update();
        } catch (DataAccessException away) {
            // What was set aside stays so: rather too little is spent than too much.
            log.atWarn().addKeyValue("failure", away.getClass().getSimpleName()).log("model's cost not settled");
        }
    }
}
