package io.asktrail.registry.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
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
 * @param titleIn the title in other languages than English, by their tags
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
        @JsonProperty("covered_by") @Nullable CoveredBy coveredBy,
        @JsonProperty("title_in") Map<String, String> titleIn) {
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
        titleIn = titleIn == null ? Map.of() : Map.copyOf(titleIn);
    }

    /** With a title in English alone. */
    public TableDefinition(
            TableId id,
            String connection,
            String title,
            List<String> grain,
            @Nullable String dateColumn,
            @Nullable Integer retentionDays,
            List<ColumnDefinition> columns,
            List<ForeignKey> foreignKeys,
            List<RowFilter> rowFilters,
            List<Settling> settling,
            @Nullable CoveredBy coveredBy) {
        this(
                id,
                connection,
                title,
                grain,
                dateColumn,
                retentionDays,
                columns,
                foreignKeys,
                rowFilters,
                settling,
                coveredBy,
                Map.of());
    }

    /** What people call it in a language; in English where the file has no other title. */
    public String title(String language) {
        return titleIn.getOrDefault(language, title);
    }

    public Optional<ColumnDefinition> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether it holds facts by date, which need a period, rather than descriptions. */
    public boolean isFact() {
        return dateColumn != null;
    }
}
