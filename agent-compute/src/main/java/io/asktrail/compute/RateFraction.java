package io.asktrail.compute;

import io.asktrail.registry.rate.RateTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What an amount is multiplied by, as a fraction: an amount is divided once at most, whichever way a rate is quoted. */
record RateFraction(BigDecimal top, BigDecimal bottom) {
    BigDecimal of(BigDecimal amount) {
        var multiplied = amount.multiply(top);
        return bottom.compareTo(BigDecimal.ONE) == 0 ? multiplied : multiplied.divide(bottom, MathContext.DECIMAL128);
    }

    /** At the rate of one day, which there is. */
    static RateFraction onDay(RateTable table, Currency from, LocalDate day) {
        return oriented(table, from, table.on(day).orElseThrow(), BigDecimal.ONE);
    }

    /** At the mean of the rates of these days, which there are. */
    static RateFraction average(RateTable table, Currency from, List<LocalDate> days) {
        return oriented(table, from, sum(table, days), BigDecimal.valueOf(days.size()));
    }

    static BigDecimal sum(RateTable table, List<LocalDate> days) {
        return days.stream().map(day -> table.on(day).orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RateFraction oriented(RateTable table, Currency from, BigDecimal top, BigDecimal bottom) {
        return from.equals(table.currency()) ? new RateFraction(top, bottom) : new RateFraction(bottom, top);
    }
}
