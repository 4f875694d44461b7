package io.asktrail.mcp.shorten;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of an answer's table.
 *
 * @param totals over all rows, as the answer has them; null if adding up has no meaning
 * @param totalRows how many rows the answer has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShortTable(
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        @Nullable List<@Nullable Object> totals,
        @JsonProperty("total_rows") int totalRows,
        @JsonProperty("shown_rows") int shownRows) {
    static ShortTable of(Table table, int rows) {
        var shown = Math.min(rows, table.size());
        return new ShortTable(table.columns(), table.rows().subList(0, shown), table.totals(), table.size(), shown);
    }

    boolean isCut() {
        return shownRows < totalRows;
    }
}
