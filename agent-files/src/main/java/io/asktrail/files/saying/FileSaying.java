package io.asktrail.files.saying;

import io.asktrail.registry.wording.Saying;

/** The names of sheets, and what a file says of its rows. */
public enum FileSaying implements Saying {
    DATA_SHEET,
    DATA_SHEET_MORE,
    METHOD_SHEET,
    QUESTION,
    ANSWER,
    METHOD,
    ASSUMPTIONS,
    CAVEATS,
    RIGHTS,
    AS_OF,
    AS_OF_ROWS,
    CUT,
    CUT_ROWS,
    CUT_TEXTS,
    REMARKS,
    TRAIL,
    STEP_ROWS,
    STEP_FAILED,
    QUERY,
    WRITTEN,
    ANSWER_ID,
    REGISTRY
}
