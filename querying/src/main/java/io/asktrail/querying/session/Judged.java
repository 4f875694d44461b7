package io.asktrail.querying.session;

import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import org.jooq.Record;
import org.jooq.Select;

/**
 * A statement that every query guardrail let pass; a session runs no other.
 *
 * @param sql the text that was judged
 * @param values what is bound to it, in order
 * @param tables those it may read
 * @param inParts whether its rows may be too many to be in memory as the driver holds them
 */
public record Judged(
        Select<? extends Record> select,
        String sql,
        List<Object> values,
        List<RuleVerdict> verdicts,
        List<TableDefinition> tables,
        boolean inParts) {
    public Judged {
        values = List.copyOf(values);
        verdicts = List.copyOf(verdicts);
        tables = List.copyOf(tables);
    }
}
