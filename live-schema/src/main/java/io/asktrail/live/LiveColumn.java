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
 */
public record LiveColumn(
        String name,
        String databaseType,
        ColumnDefinition.@Nullable Type type,
        boolean enumerated,
        boolean floating,
        boolean nullable,
        boolean readable,
        @Nullable String comment) {}
