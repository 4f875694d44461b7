package io.asktrail.contracts.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * @param id a metric or dimension id, or one derived from it: {@code net_sales.previous}, {@code product.name}
 * @param unit {@code INR}, {@code ratio}, {@code percent}, {@code count}; null for texts and dates
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Column(
        String id, String label, ColumnType type, @Nullable String unit) {}
