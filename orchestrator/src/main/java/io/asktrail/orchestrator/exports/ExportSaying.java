package io.asktrail.orchestrator.exports;

import io.asktrail.registry.wording.Saying;

/** What a file is of, and why there is none. */
enum ExportSaying implements Saying {
    OF_ANSWER,
    OF_ANSWER_BY,
    SINGLE_ROWS,
    WHERE,
    AT_MOST,
    IS,
    READ_FROM,
    CONSENTED,
    CHART_MISSING,
    NO_SUCH_ANSWER,
    NO_TASK,
    CONSENT_NEEDED,
    CONSENT_NOT_NEEDED,
    NO_TABLE,
    TABLE_CUT,
    METRIC_CLOSED,
    ROWS_CLOSED,
    NOT_GROUPED,
    NOT_COMPARED,
    NOT_ORDERED,
    NUMBER_OF_GROUPS,
    NO_READER
}
