package io.asktrail.insights.saying;

import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.registry.wording.Saying;

/** Why nothing was found out. */
public enum InsightsSaying implements Saying {
    FIND_OUT_WHAT,
    CHANGE_NOT_KNOWN,
    TOO_LITTLE_HISTORY,
    PACE_NOT_KNOWN,
    WASTE_NOT_KNOWN,
    SIDES_NOT_KNOWN,
    NUMBERS_NOT_KNOWN,
    TERMS_NOT_KNOWN;

    /** What is missing for a diagnosis that came to nothing. */
    public static InsightsSaying missing(Diagnosis.Kind kind) {
        return switch (kind) {
            case CHANGE -> CHANGE_NOT_KNOWN;
            case ANOMALY -> TOO_LITTLE_HISTORY;
            case PACING -> PACE_NOT_KNOWN;
            case WASTE -> WASTE_NOT_KNOWN;
            case RECONCILIATION -> SIDES_NOT_KNOWN;
            case HEALTH -> NUMBERS_NOT_KNOWN;
            case SEARCH_TERMS -> TERMS_NOT_KNOWN;
        };
    }
}
