package io.asktrail.compute;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Whole numbers over whole numbers: the arithmetic of the oracle, which shares nothing with the code under test. */
record Fraction(BigInteger top, BigInteger bottom) {
    static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** So many hundredths. */
    static Fraction cents(long cents) {
        return new Fraction(BigInteger.valueOf(cents), BigInteger.valueOf(100));
    }

    Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.bottom).add(other.top.multiply(bottom)), bottom.multiply(other.bottom));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.top.negate(), other.bottom));
    }

    @Nullable
    Fraction over(Fraction other) {
        if (other.top.signum() == 0) {
            return null;
        }
        var sign = BigInteger.valueOf(other.top.signum());
        return new Fraction(
                top.multiply(other.bottom).multiply(sign),
                bottom.multiply(other.top).multiply(sign));
    }

    /** Half away from zero, by whole division of the doubled number. */
    BigDecimal rounded(int scale) {
        var scaled = top.abs()
                .multiply(BigInteger.TEN.pow(scale))
                .multiply(BigInteger.TWO)
                .add(bottom);
        var whole = scaled.divide(bottom.multiply(BigInteger.TWO));
        return new BigDecimal(top.signum() < 0 ? whole.negate() : whole, scale);
    }
}
