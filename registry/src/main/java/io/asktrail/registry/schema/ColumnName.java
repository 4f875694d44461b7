package io.asktrail.registry.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A column as {@code schema.table.column}, e.g. {@code sales.order_lines.amount}. */
public record ColumnName(@JsonValue String value) {
    private static final Pattern SHAPE = DatabaseNames.joined(3);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ColumnName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("'%s' is no column: write schema.table.column".formatted(value));
        }
    }

    public static ColumnName of(TableId table, String column) {
        return new ColumnName(table + "." + column);
    }

    public TableId table() {
        return new TableId(value.substring(0, value.lastIndexOf('.')));
    }

    public String column() {
        return value.substring(value.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
