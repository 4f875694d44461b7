package io.asktrail.querying.statement;

import io.asktrail.contracts.table.Column;
import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import org.jooq.Record;
import org.jooq.Select;

/**
 * A statement and what its columns mean.
 *
 * @param columns those of the result, in the order of the select list
 * @param countsRows whether one more column behind them counts the rows (a total over no rows is 0, not unknown)
 * @param mostRows the rows that may be given
 * @param limit the rows that are asked for: one more where a quota might cut
 * @param inParts whether there may be so many rows that they are better read in parts
 * @param tables those it reads
 */
public record BuiltStatement(
        Select<Record> select,
        List<Column> columns,
        boolean countsRows,
        int mostRows,
        int limit,
        boolean inParts,
        List<TableDefinition> tables) {
    public BuiltStatement {
        tables = List.copyOf(tables);
        columns = List.copyOf(columns);
    }
}
