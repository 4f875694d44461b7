package io.asktrail.router.model;

import io.asktrail.router.language.Cue;

/** What the words of a question that the rules know ask for, whatever the words beside them may mean. */
record QuestionCues(QuestionParts parts) {
    boolean negate() {
        return leaveOut() || parts.has(Cue.ZERO);
    }

    boolean leaveOut() {
        return parts.has(Cue.NOT, Cue.EXCEPT, Cue.EXCEPT_THIS);
    }

    boolean compare() {
        return parts.has(Cue.VERSUS, Cue.VERSUS_THIS, Cue.COMPARE, Cue.YOY, Cue.MOM, Cue.WOW, Cue.QOQ, Cue.DOD);
    }

    boolean tellGrowth() {
        return parts.has(Cue.GROWTH);
    }

    /** Why something moved: against the days before it. */
    boolean askWhy() {
        return parts.has(Cue.WHY, Cue.MOVED);
    }

    boolean diagnose() {
        return askWhy() || parts.has(Cue.ANOMALY, Cue.PACING, Cue.WASTE, Cue.RECONCILE, Cue.HEALTH, Cue.SEARCH_INSIGHT);
    }

    boolean rank() {
        return parts.has(
                Cue.TOP,
                Cue.BOTTOM,
                Cue.BEST,
                Cue.WORST,
                Cue.HIGHEST,
                Cue.LOWEST,
                Cue.RANK_WORD,
                Cue.DESCENDING,
                Cue.ASCENDING,
                Cue.BEST_SELLING);
    }

    boolean series() {
        return parts.has(Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY, Cue.YEARLY, Cue.TREND);
    }

    boolean calculate() {
        return parts.has(Cue.SHARE, Cue.RUNNING_TOTAL);
    }

    /** A rank may be a column of its own, and "per" a figure for each day. */
    boolean rankOrDivide() {
        return parts.has(Cue.RANK_WORD, Cue.PER);
    }
}
