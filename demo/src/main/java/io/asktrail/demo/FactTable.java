package io.asktrail.demo;

import java.time.LocalDate;

/** A table that grows by the day; {@code keptDays} is how many of them it keeps. */
record FactTable(String name, int keptDays) {
    static final int ALL = Integer.MAX_VALUE;

    LocalDate firstDay(LocalDate first, LocalDate last) {
        if (keptDays == ALL) {
            return first;
        }
        var kept = last.minusDays(keptDays - 1L);
        return kept.isBefore(first) ? first : kept;
    }
}
