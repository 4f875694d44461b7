package io.asktrail.guardrails.saying;

import io.asktrail.registry.wording.Saying;

/** Why what was asked for may not pass. */
public enum GuardSaying implements Saying {
    EMPTY_QUESTION,
    LONG_QUESTION,
    CONTROL_CHARACTERS,
    INSTRUCTION,
    SQL,
    PERIOD_TOO_LONG,
    PERIOD_NOT_BEGUN,
    TOO_MANY_STEPS,
    TOO_MANY_CALLS,
    TOO_LONG_A_WAIT,
    TOO_MANY_DAYS_READ,
    NO_REGION,
    CLOSED,
    HIDDEN_VALUES
}
