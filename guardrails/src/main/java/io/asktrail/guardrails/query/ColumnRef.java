package io.asktrail.guardrails.query;

import io.asktrail.registry.schema.TableId;

/** A column of a table of the schema registry. */
public record ColumnRef(TableId table, String column) {
    @Override
    public String toString() {
        return table + "." + column;
    }
}
