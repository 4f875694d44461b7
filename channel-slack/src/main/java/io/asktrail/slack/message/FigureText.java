package io.asktrail.slack.message;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.CurrencySign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;

/** Numbers of one column for the eye, all with the same decimals; rounded half up. The exact ones are in the file. */
final class FigureText {
    static final String NONE = "–";

    private static final int TWO = 2;
    private static final String RUPEES = "INR";

    private final String unit;
    private final int decimals;

    private FigureText(String unit, int decimals) {
        this.unit = unit;
        this.decimals = decimals;
    }

    static FigureText of(Column column, Collection<BigDecimal> values) {
        var unit = Objects.requireNonNullElse(column.unit(), "");
        return new FigureText(unit, decimals(unit, values));
    }

    private static int decimals(String unit, Collection<BigDecimal> values) {
        if (unit.equals("ratio")) {
            return TWO;
        }
        if (unit.equals("percent")) {
            // One decimal would hide most of a click rate below one per cent.
            return values.stream()
                            .anyMatch(
                                    value -> value.signum() != 0 && value.abs().doubleValue() < 0.01)
                    ? TWO
                    : 1;
        }
        var needed = values.stream()
                .map(value -> value.setScale(TWO, RoundingMode.HALF_UP).stripTrailingZeros())
                .mapToInt(BigDecimal::scale)
                .max()
                .orElse(0);
        return needed <= 0 ? 0 : isMoney(unit) ? TWO : needed;
    }

    String write(BigDecimal value) {
        var shown = (unit.equals("percent") ? value.movePointRight(2) : value).setScale(decimals, RoundingMode.HALF_UP);
        var digits = grouped(shown.abs().toPlainString(), !isMoney(unit) || unit.equals(RUPEES));
        var text = isMoney(unit) ? CurrencySign.before(unit) + digits : digits;
        return (shown.signum() < 0 ? "-" : "") + text + (unit.equals("percent") ? "%" : "");
    }

    private static boolean isMoney(String unit) {
        return unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT));
    }

    // Indian: the last three digits, then pairs (12,34,567).
    private static String grouped(String digits, boolean indian) {
        var point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        var text = new StringBuilder(whole);
        var next = whole.length() - 3;
        while (next > 0) {
            text.insert(next, ',');
            next -= indian ? 2 : 3;
        }
        return point < 0
                ? text.toString()
                : text.append(digits.substring(point)).toString();
    }
}
