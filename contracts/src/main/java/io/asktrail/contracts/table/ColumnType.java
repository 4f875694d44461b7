package io.asktrail.contracts.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;

/** What the cells of a column are, and how one is read from what a parser or a driver made of it. */
public enum ColumnType {
    /** {@link String} */
    @JsonProperty("text")
    TEXT,
    /** {@link BigDecimal}; counts too, so that arithmetic has one kind of number. */
    @JsonProperty("number")
    NUMBER,
    /** {@link LocalDate} */
    @JsonProperty("date")
    DATE;

    Object read(Object raw) {
        return switch (this) {
            case TEXT -> raw.toString();
            case NUMBER -> number(raw);
            case DATE -> raw instanceof LocalDate date ? date : LocalDate.parse(raw.toString());
        };
    }

    private static BigDecimal number(Object raw) {
        // By far the most, and asked of every cell: a switch over types takes several times as long.
        if (raw instanceof BigDecimal number) {
            return number;
        }
        return switch (raw) {
            case BigInteger number -> new BigDecimal(number);
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            // Binary floating point has lost the exact value already; whoever made it has to be mended.
            default -> throw new IllegalArgumentException("not an exact number: " + raw.getClass());
        };
    }
}
