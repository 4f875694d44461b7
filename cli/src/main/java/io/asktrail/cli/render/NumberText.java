package io.asktrail.cli.render;

import io.asktrail.contracts.table.CurrencySign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the numbers of one column with as many decimals as the column needs, so that they stand under one another.
 * Rounding is half up, and for the eye alone.
 */
final class NumberText {
    static final String NONE = "–";

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int ENOUGH_DECIMALS = 2;

    /** How a unit is written. */
    private enum Kind {
        RUPEES,
        OTHER_MONEY,
        PERCENT,
        RATIO,
        PLAIN
    }

    private final Kind kind;
    private final @Nullable String unit;
    private final int decimals;

    private NumberText(@Nullable String unit, Collection<BigDecimal> values) {
        this.kind = kindOf(unit);
        this.unit = unit;
        this.decimals = decimalsFor(values);
    }

    /** @param values all that will be written; empty cells left out */
    static NumberText of(@Nullable String unit, Collection<BigDecimal> values) {
        return new NumberText(unit, values);
    }

    private static Kind kindOf(@Nullable String unit) {
        return switch (unit) {
            case "INR" -> Kind.RUPEES;
            case "percent" -> Kind.PERCENT;
            case "ratio" -> Kind.RATIO;
            case null -> Kind.PLAIN;
            default -> unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT)) ? Kind.OTHER_MONEY : Kind.PLAIN;
        };
    }

    private int decimalsFor(Collection<BigDecimal> values) {
        return switch (kind) {
            case RATIO -> ENOUGH_DECIMALS;
            // Below one per cent a single decimal would hide most of a click rate.
            case PERCENT -> values.stream().anyMatch(NumberText::isBelowOnePercent) ? ENOUGH_DECIMALS : 1;
            // Whole rupees go without paise, if all of them are whole.
            case RUPEES, OTHER_MONEY -> values.stream().allMatch(NumberText::isWhole) ? 0 : ENOUGH_DECIMALS;
            case PLAIN ->
                Math.min(
                        ENOUGH_DECIMALS,
                        values.stream().mapToInt(NumberText::scale).max().orElse(0));
        };
    }

    private static boolean isBelowOnePercent(BigDecimal fraction) {
        return fraction.signum() != 0 && fraction.abs().movePointRight(2).compareTo(BigDecimal.ONE) < 0;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.setScale(ENOUGH_DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .scale()
                <= 0;
    }

    private static int scale(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    String write(@Nullable BigDecimal value) {
        if (value == null) {
            return NONE;
        }
        var scaled = (kind == Kind.PERCENT ? value.multiply(HUNDRED) : value).setScale(decimals, RoundingMode.HALF_UP);
        var digits = grouped(scaled.abs(), kind != Kind.OTHER_MONEY);
        var text =
                switch (kind) {
                    case RUPEES, OTHER_MONEY -> CurrencySign.before(Objects.requireNonNull(unit)) + digits;
                    case PERCENT -> digits + " %";
                    case RATIO, PLAIN -> digits;
                };
        return scaled.signum() < 0 ? "-" + text : text;
    }

    // Indian: three digits at the end, pairs before them; else threes throughout.
    private static String grouped(BigDecimal absolute, boolean indian) {
        var digits = absolute.toPlainString();
        var point = digits.indexOf('.');
        var whole = new StringBuilder(point < 0 ? digits : digits.substring(0, point));
        for (var at = whole.length() - 3; at > 0; at -= indian ? 2 : 3) {
            whole.insert(at, ',');
        }
        return point < 0
                ? whole.toString()
                : whole.append(digits, point, digits.length()).toString();
    }
}
