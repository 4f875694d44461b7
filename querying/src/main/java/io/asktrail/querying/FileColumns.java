package io.asktrail.querying;

import io.asktrail.registry.schema.ColumnDefinition;
import io.asktrail.registry.schema.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table's columns as DuckDB is to read them from files: by name, of the types that the schema registry says. What DuckDB
 * would guess of a CSV file loses zeros of codes and digits of money.
 */
final class FileColumns {
    /** Digits behind the point that a decimal of a file may have. */
    static final int MOST_PLACES = 12;

    private final TableDefinition table;

    FileColumns(TableDefinition table) {
        this.table = table;
    }

    /** Of texts: an empty cell is no value, whatever its type. */
    String ofTexts() {
        return table.columns().stream()
                .map(column -> "%s as %s".formatted(ofText(column), quoted(column.name())))
                .collect(Collectors.joining(", "));
    }

    private static String ofText(ColumnDefinition column) {
        var name = quoted(column.name());
        return column.type() == ColumnDefinition.Type.TEXT
                ? "nullif(%s, '')".formatted(name)
                : "cast(nullif(trim(%s), '') as %s)".formatted(name, type(column));
    }

    /** Of columns that have types already; a decimal keeps its own places. */
    String ofTyped(Map<String, String> types) {
        return table.columns().stream()
                .map(column -> {
                    var name = quoted(column.name());
                    var own = types.getOrDefault(column.name(), "");
                    var keeps = column.type() == ColumnDefinition.Type.DECIMAL && own.startsWith("DECIMAL");
                    return keeps ? name : "cast(%s as %s) as %s".formatted(name, type(column), name);
                })
                .collect(Collectors.joining(", "));
    }

    /** For each column how many of its texts are not of its type, or have more places than are kept. */
    String misfits() {
        return typedColumns().stream().map(FileColumns::misfitsOf).collect(Collectors.joining(", "));
    }

    /** The columns that {@link #misfits} counts, in its order. */
    List<ColumnDefinition> typedColumns() {
        return table.columns().stream()
                .filter(column -> column.type() != ColumnDefinition.Type.TEXT)
                .toList();
    }

    private static String misfitsOf(ColumnDefinition column) {
        var text = "nullif(trim(%s), '')".formatted(quoted(column.name()));
        var unreadable = "(%s is not null and try_cast(%s as %s) is null)".formatted(text, text, type(column));
        var tooFine = "regexp_matches(%s, '\\.\\d{%d}\\d*[1-9]')".formatted(text, MOST_PLACES);
        var misfit = column.type() == ColumnDefinition.Type.DECIMAL ? unreadable + " or " + tooFine : unreadable;
        return "count(*) filter (where %s)".formatted(misfit);
    }

    private static String type(ColumnDefinition column) {
        return switch (column.type()) {
            case TEXT -> "varchar";
            case INTEGER -> "bigint";
            case DECIMAL -> "decimal(38, %d)".formatted(MOST_PLACES);
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamp with time zone";
        };
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
