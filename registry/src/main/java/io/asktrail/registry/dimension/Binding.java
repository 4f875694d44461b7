package io.asktrail.registry.dimension;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.registry.schema.TableId;
import java.util.Map;
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
 * @param nullMeansIn the same in other languages, by their tags
 */
public record Binding(
        TableId table,
        String column,
        @Nullable String key,
        @Nullable String title,
        @JsonProperty("null_means") @Nullable String nullMeans,
        @JsonProperty("null_means_in") Map<String, String> nullMeansIn) {
    public Binding {
        nullMeansIn = nullMeansIn == null ? Map.of() : Map.copyOf(nullMeansIn);
    }

    /** Without words in other languages. */
    public Binding(
            TableId table, String column, @Nullable String key, @Nullable String title, @Nullable String nullMeans) {
        this(table, column, key, title, nullMeans, Map.of());
    }
}
