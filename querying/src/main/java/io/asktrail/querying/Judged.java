package io.asktrail.querying;

import io.asktrail.contracts.result.RuleVerdict;
import java.util.List;
import org.jooq.Record;
import org.jooq.Select;

/** A statement that every query guardrail let pass; a session runs no other. */
record Judged<R extends Record>(Select<R> select, List<RuleVerdict> verdicts) {
    Judged {
        verdicts = List.copyOf(verdicts);
    }
}
