package io.asktrail.querying;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import org.jooq.Record;
import org.jooq.Select;

/**
 * A statement that every query guardrail let pass; a session runs no other.
 *
 * @param tables those it may read
 */
record Judged<R extends Record>(Select<R> select, List<RuleVerdict> verdicts, List<TableDefinition> tables) {
    Judged {
        verdicts = List.copyOf(verdicts);
        tables = List.copyOf(tables);
    }
}
