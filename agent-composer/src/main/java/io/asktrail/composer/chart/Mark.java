package io.asktrail.composer.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is drawn. Its number is exact, as in the table.
 *
 * @param member whom it stands for; null on an axis of time
 * @param date when; null on an axis of members
 * @param series its colour's name in the legend
 * @param value its number; null is a gap, never a zero. Of a step in a waterfall, the level that it ends at
 * @param written the number as people read it
 * @param from the level that a step in a waterfall begins at; null in other shapes
 * @param across its number on the lower axis of a scatter; null in other shapes
 * @param low the least it is likely to be; null where it is no estimate
 * @param high the most it is likely to be
 */
public record Mark(
        @Nullable String member,
        @Nullable LocalDate date,
        String series,
        @Nullable BigDecimal value,
        String written,
        @Nullable BigDecimal from,
        @JsonProperty("x") @Nullable BigDecimal across,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {
    /** A number that is known. */
    Mark(
            @Nullable String member,
            @Nullable LocalDate date,
            String series,
            @Nullable BigDecimal value,
            String written,
            @Nullable BigDecimal from,
            @Nullable BigDecimal across) {
        this(member, date, series, value, written, from, across, null, null);
    }

    /** A number that is expected. */
    static Mark expected(
            LocalDate date, String series, BigDecimal value, String written, BigDecimal low, BigDecimal high) {
        return new Mark(null, date, series, value, written, null, null, low, high);
    }

    static Mark of(String member, String series, @Nullable BigDecimal value, String written) {
        return new Mark(member, null, series, value, written, null, null);
    }

    static Mark on(LocalDate date, String series, @Nullable BigDecimal value, String written) {
        return new Mark(null, date, series, value, written, null, null);
    }
}
