package io.asktrail.evals.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money as the page should write it, worked out without the page. */
final class Rupees {
    private Rupees() {}

    /** {@code 1234567.5} is {@code ₹12,34,567.50}. */
    static String of(BigDecimal amount, int decimals) {
        var digits = amount.abs().setScale(decimals, RoundingMode.HALF_UP).toPlainString();
        var point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        // A comma before every pair of digits that is followed by pairs and three at the end.
        var grouped = whole.replaceAll("(?<=\\d)(?=(\\d\\d)*\\d{3}$)", ",");
        return (amount.signum() < 0 ? "-₹" : "₹") + grouped + (point < 0 ? "" : digits.substring(point));
    }
}
