package io.asktrail.guardrails;

import io.asktrail.contracts.result.RuleVerdict;
import java.util.Optional;

/** One thing that must hold of whatever passes a door. */
public interface Rule<T> {
    /** Stable, {@code door.name}: it stands in trails and in refusals. */
    String id();

    /** Why the thing may not pass, as a sentence; empty if it may. */
    Optional<String> objection(T thing);

    default RuleVerdict review(T thing) {
        return objection(thing)
                .map(reason -> new RuleVerdict(id(), false, reason))
                .orElseGet(() -> new RuleVerdict(id(), true, null));
    }
}
