package io.asktrail.contracts.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure in the text and where it stands in the table.
 *
 * @param from first character in the text
 * @param to one past its last character
 * @param value the exact number that was written
 * @param row the table's row; null for the totals row or a formula
 * @param column the table's column; null for a formula
 * @param formula how it follows from cells, where it is in none; e.g. {@code sum(spend)}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        int from,
        int to,
        BigDecimal value,
        @Nullable Integer row,
        @Nullable String column,
        @Nullable String formula) {}
