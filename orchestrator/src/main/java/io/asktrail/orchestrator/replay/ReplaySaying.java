package io.asktrail.orchestrator.replay;

import io.asktrail.registry.wording.Saying;

/** What became of the figures of a stored answer. */
enum ReplaySaying implements Saying {
    UNCHANGED,
    ONE_REDEFINED,
    MANY_REDEFINED,
    ONE_RESTATED,
    MANY_RESTATED,
    NOT_KNOWN,
    NO_FIGURES,
    ONLY_A_PART,
    NO_TASK,
    NO_SUCH_ANSWER
}
