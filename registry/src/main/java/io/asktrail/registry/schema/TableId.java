package io.asktrail.registry.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A table as {@code schema.table}, both as the database writes them, e.g. {@code sales.order_lines}. */
public record TableId(@JsonValue String value) implements Comparable<TableId> {
    private static final Pattern SHAPE = DatabaseNames.joined(2);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TableId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no table: write schema.table, as the database writes them".formatted(value));
        }
    }

    public String schema() {
        return value.substring(0, value.indexOf('.'));
    }

    public String table() {
        return value.substring(value.indexOf('.') + 1);
    }

    @Override
    public int compareTo(TableId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
