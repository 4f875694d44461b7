package io.asktrail.registry.dimension;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.registry.schema.TableId;
import org.jspecify.annotations.Nullable;

/**
 * Where a dimension stands in one table.
 *
 * @param column the value that people see and ask for
 * @param key the column that identifies a member where the value does not (a campaign's id beside its name); null if
 *     the value does
 * @param title a column that describes the member in words (a product's name beside its SKU); null if there is none
 * @param nullMeans what a row without a value is, e.g. {@code national campaigns, aimed at no state}; null if every row
 *     has one
 */
public record Binding(
        TableId table,
        String column,
        @Nullable String key,
        @Nullable String title,
        @JsonProperty("null_means") @Nullable String nullMeans) {}
