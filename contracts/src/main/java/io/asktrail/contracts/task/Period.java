package io.asktrail.contracts.task;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days that are asked for, both ends included, as local dates of {@code tz}.
 *
 * @param range the relative range this was made from, e.g. {@code last_month}; null for given dates
 * @param grain null unless a series is asked for
 */
public record Period(
        LocalDate start,
        LocalDate end,
        ZoneId tz,
        @Nullable String range,
        @Nullable Grain grain) {
    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "the period ends (%s) before it starts (%s): swap the dates".formatted(end, start));
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }
}
