package io.asktrail.router.model;

import io.asktrail.contracts.answer.Cost;
import java.time.LocalDate;

/** What each caller may have spent on models in a day. */
public interface ModelBudget {
    /** Sets tokens aside before they are spent; false if the caller's day has not so many left, or no money. */
    boolean reserve(String caller, LocalDate day, long tokens);

    /** Puts what was spent in the place of what was set aside. */
    void settle(String caller, LocalDate day, long reserved, Cost spent);
}
