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
 * @param settling which numbers may still be restated, and for how long; empty if a number once given is final
 * @param coveredBy null if one account of covered days holds for the whole table
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
        @JsonProperty("row_filters") List<RowFilter> rowFilters,
        List<Settling> settling,
        @JsonProperty("covered_by") @Nullable CoveredBy coveredBy) {
    /** By what the account of covered days is kept, beside the table. */
    public enum CoveredBy {
        /** For each ad channel apart: its reports come, and end, by themselves. */
        @JsonProperty("channel")
        CHANNEL
    }

    public TableDefinition {
        grain = List.copyOf(grain);
        columns = List.copyOf(columns);
        foreignKeys = foreignKeys == null ? List.of() : List.copyOf(foreignKeys);
        rowFilters = rowFilters == null ? List.of() : List.copyOf(rowFilters);
        settling = settling == null ? List.of() : List.copyOf(settling);
    }

    public Optional<ColumnDefinition> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether it holds facts by date, which need a period, rather than descriptions. */
    public boolean isFact() {
        return dateColumn != null;
    }
}
