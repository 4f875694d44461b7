package io.asktrail.registry.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal places and mode; the last step of a calculation, never one in between. */
public record Rounding(int scale, RoundingMode mode) {
    public BigDecimal apply(BigDecimal exact) {
        return exact.setScale(scale, mode);
    }
}
