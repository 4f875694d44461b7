package io.asktrail.planner;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Ordering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step does to rows that have all their numbers.
 *
 * @param days the days that must be there in a series, or that an average per day divides by
 * @param lead keeps the first groups early, where they are sure
 * @param within the step whose groups are kept
 */
record Finish(
        List<Filter> having,
        List<Calculation> calculations,
        List<Ordering> ordering,
        @Nullable Integer limit,
        @Nullable DateRange days,
        @Nullable Grain grain,
        @Nullable Lead lead,
        @Nullable StepId within) {
    /** A join in the middle: more numbers are to come. */
    static final Finish NOTHING = new Finish(List.of(), List.of(), List.of(), null, null, null, null, null);

    /** The last step of a question about one period. */
    static Finish ofAnswer(Wanted wanted, DateRange days) {
        return new Finish(
                wanted.having(),
                wanted.task().calculations(),
                wanted.ordering(),
                wanted.task().limit(),
                wanted.isSeries() || averagesPerDay(wanted) ? days : null,
                wanted.grain(),
                null,
                null);
    }

    /** Each of two periods: conditions, order and limit wait until both are side by side, unless groups are counted. */
    static Finish ofPeriod(Wanted wanted, DateRange days) {
        return new Finish(
                wanted.counts() ? wanted.having() : List.of(),
                wanted.counts() ? wanted.task().calculations() : List.of(),
                List.of(),
                null,
                wanted.isSeries() ? days : null,
                wanted.grain(),
                null,
                null);
    }

    /** The groups in order, the first of them alone where they are sure. */
    Finish ranked(List<Ordering> order, Lead ahead) {
        return new Finish(having, calculations, order, limit, days, grain, ahead, within);
    }

    Finish keeping(@Nullable StepId groups) {
        return new Finish(having, calculations, ordering, limit, days, grain, lead, groups);
    }

    private static boolean averagesPerDay(Wanted wanted) {
        return wanted.task().calculations().stream()
                .anyMatch(calculation -> calculation.kind() == Calculation.Kind.PER_DAY);
    }
}
