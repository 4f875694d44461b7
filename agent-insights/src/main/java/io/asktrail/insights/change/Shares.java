package io.asktrail.insights.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rounds the parts of a change so that what is shown still comes to the whole that is shown. */
final class Shares {
    private Shares() {}

    /** What rounding leaves over goes to the largest part, where it is seen least. */
    static List<BigDecimal> rounded(List<BigDecimal> parts, BigDecimal whole, int scale) {
        var rounded = new ArrayList<BigDecimal>();
        parts.forEach(part -> rounded.add(part.setScale(scale, RoundingMode.HALF_UP)));
        if (rounded.isEmpty()) {
            return rounded;
        }
        var sum = rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var left = whole.setScale(scale, RoundingMode.HALF_UP).subtract(sum);
        var largest = rounded.indexOf(
                rounded.stream().max(Comparator.comparing(BigDecimal::abs)).orElseThrow());
        rounded.set(largest, rounded.get(largest).add(left));
        return rounded;
    }
}
