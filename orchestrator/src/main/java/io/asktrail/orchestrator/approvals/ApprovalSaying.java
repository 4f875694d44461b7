package io.asktrail.orchestrator.approvals;

import io.asktrail.registry.wording.Saying;

/** Why somebody may not decide, or has no consent. */
enum ApprovalSaying implements Saying {
    WHICH_PURPOSE,
    LONG_TEXT,
    OWN_REQUEST,
    FEWER_REGIONS,
    APPROVED_ALREADY,
    REJECTED_ALREADY,
    VOID_ALREADY,
    NOT_DECIDED_IN_TIME,
    OTHER_THAN_APPROVED,
    NOT_DECIDED_YET,
    REJECTED,
    REJECTED_BECAUSE,
    APPROVAL_VOID,
    APPROVAL_OVER,
    NO_SUCH_REQUEST
}
