package io.asktrail.insights.change;

import io.asktrail.contracts.diagnosis.Found;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One member's way from one period to the next.
 *
 * @param found what it is if it is no single member; null for a member
 */
record Movement(String member, @Nullable Found found, Amount now, Amount before) {
    private static final BigDecimal TWO = new BigDecimal(2);

    Movement plus(Movement other) {
        return new Movement(member, found, now.plus(other.now), before.plus(other.before));
    }

    Movement minus(Movement other) {
        return new Movement(member, found, now.minus(other.now), before.minus(other.before));
    }

    /** The same as something that is no single member. */
    Movement as(Found what, String about) {
        return new Movement(about, what, now, before);
    }

    boolean isNothing() {
        return now.isNothing() && before.isNothing();
    }

    /**
     * What this member adds to the change of the whole. A sum's change is the sum of its members' changes. A ratio
     * moves by a member as far as its numerator grew more than its denominator would have called for at the rate of the
     * whole (the mean of both periods): so a member that only grows with the rest adds nothing, and the parts of all
     * members come to the whole change exactly.
     *
     * @param whole of which this is a part; both of its values are there
     */
    BigDecimal part(Movement whole) {
        var grown = now.top().subtract(before.top());
        var bottom = whole.now.bottom();
        if (bottom == null) {
            return grown;
        }
        var earlier = Objects.requireNonNull(whole.before.bottom());
        var both = bottom.multiply(earlier);
        var weight = bottom.add(earlier).divide(TWO, MathContext.DECIMAL128).divide(both, MathContext.DECIMAL128);
        var rate = whole.now.top().add(whole.before.top()).divide(bottom.add(earlier), MathContext.DECIMAL128);
        var wider = Objects.requireNonNull(now.bottom()).subtract(Objects.requireNonNull(before.bottom()));
        return grown.subtract(rate.multiply(wider, MathContext.DECIMAL128)).multiply(weight, MathContext.DECIMAL128);
    }
}
