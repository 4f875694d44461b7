package io.asktrail.demo;

import java.time.LocalDate;

/**
 * Rows that grow by the day and are marked together.
 *
 * @param keptDays how many of them are kept
 * @param leftOut how many of the newest days come another way
 */
record Series(String name, int keptDays, int leftOut) {
    static final int ALL = Integer.MAX_VALUE;

    LocalDate firstDay(LocalDate first, LocalDate last) {
        if (keptDays == ALL) {
            return first;
        }
        var kept = last.minusDays(keptDays - 1L);
        return kept.isBefore(first) ? first : kept;
    }

    LocalDate lastDay(LocalDate last) {
        return last.minusDays(leftOut);
    }
}
