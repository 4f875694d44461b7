package io.asktrail.registry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table or view, as far as questions may use it. What is not listed here does not exist for a query.
 *
 * @param id schema and name
 * @param connection which configured connection holds it
 * @param title what people call it in a method line
 * @param grain the columns that make a row unique
 * @param dateColumn the column a period bounds; null for a table that only describes (products, campaigns)
 * @param retentionDays how many days back it is kept; null if for ever
 */
public record TableDefinition(
        @JsonProperty("table") TableId id,
        String connection,
        String title,
        List<String> grain,
        @JsonProperty("date_column") @Nullable String dateColumn,
        @JsonProperty("retention_days") @Nullable Integer retentionDays,
        List<ColumnDefinition> columns,
        @JsonProperty("foreign_keys") List<ForeignKey> foreignKeys,
        @JsonProperty("row_filters") List<RowFilter> rowFilters) {
    public TableDefinition {
        grain = List.copyOf(grain);
        columns = List.copyOf(columns);
        foreignKeys = foreignKeys == null ? List.of() : List.copyOf(foreignKeys);
        rowFilters = rowFilters == null ? List.of() : List.copyOf(rowFilters);
    }

    public Optional<ColumnDefinition> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether it holds facts by date, which need a period, rather than descriptions. */
    public boolean isFact() {
        return dateColumn != null;
    }
}
