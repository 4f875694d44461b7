package io.asktrail.insights.change;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** A number of one member in one period. @param bottom what it is divided by; null where nothing is divided */
record Amount(BigDecimal top, @Nullable BigDecimal bottom) {
    Amount plus(Amount other) {
        return new Amount(top.add(other.top), bottom == null ? null : bottom.add(other.under()));
    }

    Amount minus(Amount other) {
        return new Amount(top.subtract(other.top), bottom == null ? null : bottom.subtract(other.under()));
    }

    /** Null where it divides by nothing. */
    @Nullable
    BigDecimal value() {
        if (bottom == null) {
            return top;
        }
        return bottom.signum() == 0 ? null : top.divide(bottom, MathContext.DECIMAL128);
    }

    boolean isNothing() {
        return top.signum() == 0 && (bottom == null || bottom.signum() == 0);
    }

    private BigDecimal under() {
        return bottom == null ? BigDecimal.ZERO : bottom;
    }
}
