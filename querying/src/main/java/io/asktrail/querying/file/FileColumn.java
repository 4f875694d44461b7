package io.asktrail.querying.file;

import io.asktrail.registry.schema.ColumnDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A column that the schema registry lists as the files have it, and how DuckDB is to read it: as what the registry says. What
 * DuckDB would guess of a CSV file loses zeros of codes and digits of money.
 *
 * @param type DuckDB's name of the files' own type; {@code VARCHAR} of all columns of CSV files
 * @param ofCsv whether an empty text is no value
 */
record FileColumn(ColumnDefinition listed, String type, boolean ofCsv) {
    /** Digits behind the point that a decimal of a file may have. */
    static final int MOST_PLACES = 12;

    private static final List<String> FLOATING = List.of("FLOAT", "DOUBLE");

    /** Its values as the registry says, under its name. */
    String read() {
        var name = quoted(listed.name());
        return "%s as %s".formatted(value(name), name);
    }

    private String value(String name) {
        if (listed.type() == ColumnDefinition.Type.TEXT) {
            return ofCsv ? "nullif(%s, '')".formatted(name) : "cast(%s as varchar)".formatted(name);
        }
        var keepsItsPlaces = listed.type() == ColumnDefinition.Type.DECIMAL && type.startsWith("DECIMAL");
        return keepsItsPlaces ? name : "cast(%s as %s)".formatted(source(name), target());
    }

    private String source(String name) {
        return isText() ? "nullif(trim(%s), '')".formatted(name) : name;
    }

    /**
     * A condition that holds of a value that cannot be read as the registry says, or only as another value: {@code 1.5} as a
     * whole number, a time of day as a date. Empty if the type alone says that there is none.
     */
    Optional<String> misfit() {
        return fits() ? Optional.empty() : Optional.of(misfits(source(quoted(listed.name()))));
    }

    private String misfits(String value) {
        var read = "try_cast(%s as %s)".formatted(value, target());
        return switch (listed.type()) {
            case DECIMAL ->
                isText()
                        ? "%s is not null and (%s is null or regexp_matches(%s, '\\.\\d{%d}\\d*[1-9]'))"
                                .formatted(value, read, value, MOST_PLACES)
                        : "%s is not null and %s is null".formatted(value, read);
            case INTEGER -> changes(value, read, isText() ? decimal() : type);
            case DATE -> changes(value, read, isText() ? "timestamp" : type);
            case TEXT, BOOLEAN, TIMESTAMP, TIMESTAMPTZ ->
                isText() ? "%s is not null and %s is null".formatted(value, read) : changes(value, read, type);
        };
    }

    // Read as what is wider, it is still the same.
    private static String changes(String value, String read, String wider) {
        return "%s is not null and (%s is null or try_cast(%s as %s) is distinct from try_cast(%s as %s))"
                .formatted(value, read, read, wider, value, wider);
    }

    private boolean fits() {
        return switch (listed.type()) {
            case TEXT -> true;
            case INTEGER ->
                List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
                        .contains(type);
            case DECIMAL -> type.startsWith("DECIMAL");
            case BOOLEAN -> type.equals("BOOLEAN");
            case DATE -> type.equals("DATE");
            case TIMESTAMP -> type.equals("DATE") || type.equals("TIMESTAMP") || type.startsWith("TIMESTAMP_");
            case TIMESTAMPTZ -> type.equals("TIMESTAMP WITH TIME ZONE");
        };
    }

    boolean isText() {
        return type.equals("VARCHAR");
    }

    boolean isFloating() {
        return FLOATING.contains(type);
    }

    private String target() {
        return switch (listed.type()) {
            case TEXT -> "varchar";
            case INTEGER -> "bigint";
            case DECIMAL -> decimal();
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMPTZ -> "timestamp with time zone";
        };
    }

    private static String decimal() {
        return "decimal(38, %d)".formatted(MOST_PLACES);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
