package io.asktrail.orchestrator.saying;

import io.asktrail.registry.wording.Saying;

/** Refusals, what is missing, which rows count, and what a diagnosis looked at. */
public enum OrchestratorSaying implements Saying {
    NO_REGION,
    MAY_NOT_SEE,
    SEEN_MASKED,
    ONLY_REGIONS,
    PLAN_STOPPED,
    PART_MISSING,
    ITS_WORDS,
    WORDS_MISSING,
    TRAIL_TELLS,
    WORDS_WITHHELD,
    TABLE_HOLDS_ANSWER,
    FINDINGS_MISSING,
    NOTHING_SEEN_BY,
    WHOLE_NOT_SEEN,
    NO_TIME_TO_LOOK,
    TIME_OVER,
    LOOKS_SPENT,
    FILE_READY,
    NO_FILE,
    THE_WHOLE,
    ONE_ROW,
    ROWS,
    FIRST_LOOKS
}
