package io.asktrail.querying;

import io.asktrail.contracts.table.CurrencySign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** An amount as a note says it, rounded to whole units: ₹12,34,567 as Indians group digits, $1,234,567 otherwise. */
final class MoneyText {
    private static final String RUPEE = "INR";

    private MoneyText() {}

    static String of(BigDecimal amount, Currency currency) {
        var whole = amount.setScale(0, RoundingMode.HALF_UP);
        var digits = currency.getCurrencyCode().equals(RUPEE)
                ? indian(whole.abs().toPlainString())
                : String.format(Locale.ROOT, "%,d", whole.abs().toBigIntegerExact());
        return (whole.signum() < 0 ? "-" : "") + CurrencySign.before(currency) + digits;
    }

    // The last three digits, then pairs.
    private static String indian(String digits) {
        var head = digits.length() - 3;
        if (head <= 0) {
            return digits;
        }
        var grouped = new StringBuilder(digits.substring(head));
        for (var end = head; end > 0; end -= 2) {
            grouped.insert(0, ',').insert(0, digits.substring(Math.max(0, end - 2), end));
        }
        return grouped.toString();
    }
}
