package io.asktrail.guardrails.draft;

import io.asktrail.contracts.answer.Draft;
import io.asktrail.contracts.result.RuleVerdict;
import java.util.List;

/** The door that every draft passes before anybody reads it. */
public final class DraftGuard {
    /** Every rule's verdict, in a fixed order. */
    public List<RuleVerdict> review(Draft draft) {
        return List.of();
    }
}
