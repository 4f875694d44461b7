package io.asktrail.querying;

import io.asktrail.contracts.table.Column;
import java.util.List;
import org.jooq.Record;
import org.jooq.Select;

/**
 * A statement and what its columns mean.
 *
 * @param columns those of the result, in the order of the select list
 * @param countsRows whether one more column behind them counts the rows (a total over no rows is 0, not unknown)
 * @param mostRows the rows that may be given; the statement asks for one more where a quota might cut
 */
record BuiltStatement(Select<Record> select, List<Column> columns, boolean countsRows, int mostRows) {
    BuiltStatement {
        columns = List.copyOf(columns);
    }
}
