package io.asktrail.querying;

import io.asktrail.contracts.result.RuleVerdict;
import java.util.List;

/** Judges a statement before it is run. */
interface StatementGuard {
    /**
     * Every rule's verdict.
     *
     * @param sql the text that is sent, with its parameters unbound
     */
    List<RuleVerdict> review(ResolvedFetch fetch, BuiltStatement statement, String sql);
}
