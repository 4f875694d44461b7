package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a table that is another one now.
 *
 * @param row what names the row: the cells that are no figures; empty for a table of one row and for the row of totals
 * @param column as in the table's columns
 * @param before null where the cell was empty or the row was not there
 * @param after null where the cell is empty or the row is gone
 */
public record CellChange(
        List<RowName> row,
        RowKind kind,
        String column,
        String label,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal before,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal after) {
    public CellChange {
        row = List.copyOf(row);
    }

    /** What happened to the row of the figure. */
    public enum RowKind {
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("new")
        NEW,
        @JsonProperty("gone")
        GONE,
        @JsonProperty("totals")
        TOTALS
    }

    /** One cell of those that name a row, as text; null where it is empty. */
    public record RowName(
            String column,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String value) {}
}
