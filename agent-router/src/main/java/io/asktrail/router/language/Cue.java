package io.asktrail.router.language;

/** What a word does in a question, whatever language it is in. The language files say which words do it. */
public enum Cue {
    TODAY, YESTERDAY, DAY_BEFORE_YESTERDAY, FUTURE, LAST, THIS, PAST, COMPLETE, DAY, WEEK, MONTH, QUARTER, YEAR, HALF,
    FORTNIGHT, WEEKEND, FISCAL, CALENDAR_YEAR, WTD, MTD, QTD, YTD, FYTD, SINCE, ONWARDS, UNTIL, AFTER, TO, BETWEEN,
    AGO, PERIOD_BEFORE, BEFORE, BEFORE_LAST, SAME_PERIOD_LAST_YEAR, Q, H, W, ORDINAL_SUFFIX, DAY_LIST,
    VERSUS, VERSUS_THIS, COMPARE, YOY, MOM, WOW, QOQ, DOD, GROWTH,
    MORE, LESS, AT_LEAST, AT_MOST, EQUAL, OR_MORE, OR_LESS, ZERO, MORE_THAN_THIS, LESS_THAN_THIS,
    EXCEPT, EXCEPT_THIS, NOT,
    TOP, BOTTOM, BEST, WORST, HIGHEST, LOWEST, RANK_WORD, DESCENDING, ASCENDING, BEST_SELLING,
    BY, PER, WISE, ACROSS, DAILY, WEEKLY, MONTHLY, QUARTERLY, YEARLY, TREND,
    SHARE, FROM_ADS, AVERAGE, RUNNING_TOTAL, MOVING_AVERAGE, HOW_MANY, WHICH,
    EXPORT, CSV, XLSX, PARQUET,
    DEFINE, MEANS, WHAT_IS, CATALOGUE, EXAMPLES, FRESHNESS, CALENDAR_HELP,
    WHY, MOVED, ANOMALY, PACING, WASTE, RECONCILE, HEALTH,
    FOLLOW, ALSO, ONLY, INSTEAD, RATHER_THAN, THAT, ALL,
    ADS, AND, OR, WITH, COMMA, DASH, PERCENT, RUPEES, CONTAINS, FIRST, SECOND, OPTION, UNSUPPORTED;

    /**
     * Whether a question loses nothing if nobody made use of the word. Only words that join or soften; one that
     * narrows, ranks, compares or excludes is never let go.
     */
    public boolean isIdle() {
        return switch (this) {
            case AND, COMMA, DASH, WHICH, WHAT_IS, FOLLOW, THAT, WITH, HOW_MANY, BY, TO, ONLY, RUPEES, INSTEAD, ALSO,
                    OPTION, FIRST, ALL ->
                true;
            default -> false;
        };
    }
}
