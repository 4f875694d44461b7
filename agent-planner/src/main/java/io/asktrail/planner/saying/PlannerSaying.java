package io.asktrail.planner.saying;

import io.asktrail.contracts.task.Calculation;
import io.asktrail.registry.wording.Saying;

/** Why there is no plan, or no diagnosis. */
public enum PlannerSaying implements Saying {
    HELP_NEEDS_NO_PLAN,
    NO_REASONS_YET,
    OTHERS_OF_PERCENTILE,
    RUNS_ALONG_DAYS,
    CANNOT_BE_ADDED_UP,
    NOT_ORDERED_BY,
    OF_ALL_GROUPS,
    OTHERS_OF_WHAT,
    DAYS_HAVE_NO_OTHERS,
    PIVOT_OF_WHAT,
    PIVOT_OF_ONE,
    NOT_BY,
    NOT_NARROWED,
    NONE_NARROWED,
    MIXED_BASES,
    NOT_MATCHED,
    NO_MONEY,
    NO_RATES_AHEAD,
    NO_RATES,
    NO_RATE_TABLE,
    RATES_OF_ALL_TIME,
    WHICH_RATE,
    RATE_GAP,
    NO_TOTAL_AT_DAILY_RATES,
    FORECAST_OF_WHAT,
    FORECAST_OF_ONE,
    FORECAST_NOT_ADDED_UP,
    FORECAST_OF_WHOLE,
    DIAGNOSE_WHAT,
    DIAGNOSIS_WITHOUT_BOUND,
    DIAGNOSIS_IN_CURRENCY,
    WHICH_NUMBER,
    ONE_NUMBER,
    FEWER_NUMBERS,
    ONLY_FOUND_OUT_FOR,
    SHARE_OF_TOTAL,
    RUNNING_TOTAL,
    MOVING_AVERAGE,
    RANK,
    PER_DAY,
    COUNT,
    OTHERS,
    PIVOT,
    FORECAST;

    /** What a calculation is called. */
    public static PlannerSaying of(Calculation.Kind kind) {
        return switch (kind) {
            case SHARE_OF_TOTAL -> SHARE_OF_TOTAL;
            case RUNNING_TOTAL -> RUNNING_TOTAL;
            case MOVING_AVERAGE -> MOVING_AVERAGE;
            case RANK -> RANK;
            case PER_DAY -> PER_DAY;
            case COUNT -> COUNT;
            case OTHERS -> OTHERS;
            case PIVOT -> PIVOT;
            case FORECAST -> FORECAST;
        };
    }
}
