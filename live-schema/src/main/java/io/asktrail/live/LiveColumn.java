package io.asktrail.live;

import io.asktrail.registry.schema.ColumnDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A column as the database describes it.
 *
 * @param databaseType in the database's own words, e.g. {@code numeric(10,2)}
 * @param type what the registry calls such a type; null for one that no question can use (json, bytes, arrays)
 * @param enumerated whether the database itself lists the values it may have
 * @param floating whether its numbers are binary fractions, so that sums may be off in the last digits
 * @param readable whether this login may read it
 * @param flexible whether it is read as whatever the registry says if its values allow that, as files are
 * @param misfits how many values cannot be read as what the registry says, where values are looked at; else 0
 */
public record LiveColumn(
        String name,
        String databaseType,
        ColumnDefinition.@Nullable Type type,
        boolean enumerated,
        boolean floating,
        boolean nullable,
        boolean readable,
        boolean flexible,
        long misfits,
        @Nullable String comment) {
    /** Whether its values can be read as of a type: of their own, or of a wider one where the source leaves that open. */
    public boolean isReadAs(ColumnDefinition.Type wanted) {
        return misfits == 0 && type != null && (type == wanted || flexible && widens(type, wanted));
    }

    private static boolean widens(ColumnDefinition.Type looksLike, ColumnDefinition.Type wanted) {
        return switch (wanted) {
            case TEXT -> true;
            case DECIMAL -> looksLike == ColumnDefinition.Type.INTEGER;
            case TIMESTAMP, TIMESTAMPTZ ->
                looksLike == ColumnDefinition.Type.DATE || looksLike == ColumnDefinition.Type.TIMESTAMP;
            case INTEGER, BOOLEAN, DATE -> false;
        };
    }
}
