package io.asktrail.contracts.error;

/** Every way to fail that a caller can tell apart, with who has to act. */
public enum ErrorCode {
    MALFORMED_REQUEST(Blame.CALLER),
    EMPTY_QUESTION(Blame.CALLER),
    TOO_LARGE(Blame.CALLER),
    UNKNOWN_METRIC(Blame.CALLER),
    UNKNOWN_DIMENSION(Blame.CALLER),
    UNKNOWN_VALUE(Blame.CALLER),
    UNKNOWN_TOOL(Blame.CALLER),
    UNKNOWN_ID(Blame.CALLER),
    BAD_PERIOD(Blame.CALLER),
    UNAUTHENTICATED(Blame.CALLER),
    FORBIDDEN(Blame.CALLER),
    /** Somebody else with the right has to agree first. */
    APPROVAL_NEEDED(Blame.CALLER),
    /** It was decided, or voided, already. */
    ALREADY_DECIDED(Blame.CALLER),
    /** It was there and its time is over. */
    EXPIRED(Blame.CALLER),
    OUT_OF_SCOPE(Blame.CALLER),
    SUSPICIOUS_QUESTION(Blame.CALLER),
    NO_PATH(Blame.CALLER),
    PLAN_REJECTED(Blame.US),
    QUERY_REJECTED(Blame.US),
    DRAFT_REJECTED(Blame.US),
    NOT_SUPPORTED_YET(Blame.US),
    NO_DATA(Blame.CALLER),
    RATE_LIMITED(Blame.CAPACITY),
    QUOTA_SPENT(Blame.CAPACITY),
    DEADLINE_PASSED(Blame.CAPACITY),
    TOO_MANY_ROWS(Blame.CAPACITY),
    CANCELLED(Blame.CALLER),
    SOURCE_DOWN(Blame.UPSTREAM),
    AGENT_DOWN(Blame.UPSTREAM),
    /** The source no longer has what the registry says it has: another try changes nothing. */
    SOURCE_CHANGED(Blame.UPSTREAM),
    INPUT_MISSING(Blame.UPSTREAM),
    BROKEN_INVARIANT(Blame.US);

    /** Who has to act before another try can succeed. */
    public enum Blame {
        CALLER,
        CAPACITY,
        UPSTREAM,
        US
    }

    private final Blame blame;

    ErrorCode(Blame blame) {
        this.blame = blame;
    }

    public Blame blame() {
        return blame;
    }
}
