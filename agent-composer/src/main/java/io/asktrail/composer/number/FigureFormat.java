package io.asktrail.composer.number;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.table.CurrencySign;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers as people in India read them. Rounding is half up and for the eye alone: the exact value travels
 * beside the words.
 */
public final class FigureFormat {
    /** What stands where a number is empty. */
    public static final String NONE = "–";

    private static final String RUPEES = "INR";
    private static final String PERCENT = "percent";
    private static final BigDecimal LAKH = new BigDecimal(100_000);
    private static final BigDecimal CRORE = new BigDecimal(10_000_000);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private FigureFormat() {}

    /** As it stands in an English sentence: money from one lakh up in lakh and crore. */
    public static String inSentence(@Nullable BigDecimal value, @Nullable String unit) {
        return inSentence(value, unit, Words.in(Language.ENGLISH));
    }

    /** As it stands in a sentence of a language. */
    public static String inSentence(@Nullable BigDecimal value, @Nullable String unit, Words words) {
        if (value == null) {
            return NONE;
        }
        return switch (unit) {
            case PERCENT -> percent(value);
            case "count" -> grouped(plain(value, 2));
            case "ratio" -> grouped(value.setScale(2, RoundingMode.HALF_UP));
            case null -> grouped(plain(value, 2));
            default -> money(value, unit, words);
        };
    }

    /** Every digit to the paisa, grouped: {@code ₹12,34,567.50}. */
    public static String exact(@Nullable BigDecimal value, @Nullable String unit) {
        if (value == null) {
            return NONE;
        }
        return unit != null && isMoney(unit)
                ? signed(value, CurrencySign.before(unit) + group(amount(value.abs()), RUPEES.equals(unit)))
                : inSentence(value, unit);
    }

    /** A difference of two rates: {@code 2.1 percentage points}. */
    public static String points(BigDecimal fraction, Words words) {
        return words.of("number.points", "number", shortest(fraction.multiply(HUNDRED)));
    }

    public static boolean isMoney(@Nullable String unit) {
        return unit != null && unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT));
    }

    private static String percent(BigDecimal fraction) {
        return shortest(fraction.multiply(HUNDRED)) + " %";
    }

    // Below 1 one decimal would hide most of a click rate.
    private static String shortest(BigDecimal percent) {
        var scale = percent.abs().compareTo(BigDecimal.ONE) < 0 && percent.signum() != 0 ? 2 : 1;
        return grouped(percent.setScale(scale, RoundingMode.HALF_UP));
    }

    private static String money(BigDecimal value, String currency, Words words) {
        var absolute = value.abs();
        var sign = CurrencySign.before(currency);
        if (!RUPEES.equals(currency)) {
            return signed(value, sign + group(amount(absolute), false));
        }
        var cents = absolute.setScale(2, RoundingMode.HALF_UP);
        // 99,999.995 is written in lakh, and 99.999 lakh in crore: the written form decides, not the exact one.
        if (cents.compareTo(LAKH) < 0) {
            return signed(value, sign + group(amount(absolute), true));
        }
        var lakhs = absolute.divide(LAKH, 2, RoundingMode.HALF_UP);
        return lakhs.compareTo(HUNDRED) < 0
                ? signed(value, sign + words.of("number.lakh", "number", lakhs.toPlainString()))
                : signed(
                        value,
                        sign
                                + words.of(
                                        "number.crore",
                                        "number",
                                        group(absolute.divide(CRORE, 2, RoundingMode.HALF_UP), true)));
    }

    /** As it stands on an axis, as short as it goes: {@code ₹2.5 lakh}, {@code $1,500}, {@code 40 %}. */
    public static String onAxis(BigDecimal value, @Nullable String unit, Words words) {
        if (PERCENT.equals(unit)) {
            return grouped(plain(value.multiply(HUNDRED), 1)) + "%";
        }
        var symbol = unit != null && isMoney(unit) ? CurrencySign.before(unit) : "";
        if (!symbol.isEmpty() && !RUPEES.equals(unit)) {
            return signed(value, symbol + group(plain(value.abs(), 2), false));
        }
        var absolute = value.abs();
        if (absolute.compareTo(CRORE) >= 0) {
            return signed(value, symbol + words.of("number.crore", "number", short3(absolute, CRORE)));
        }
        return absolute.compareTo(LAKH) >= 0
                ? signed(value, symbol + words.of("number.lakh", "number", short3(absolute, LAKH)))
                : signed(value, symbol + group(plain(absolute, 3), true));
    }

    private static String short3(BigDecimal absolute, BigDecimal by) {
        return group(plain(absolute.divide(by, 3, RoundingMode.HALF_UP), 3), true);
    }

    // Whole rupees without paise, everything else with both digits.
    private static BigDecimal amount(BigDecimal absolute) {
        var cents = absolute.setScale(2, RoundingMode.HALF_UP);
        return cents.stripTrailingZeros().scale() <= 0 ? cents.setScale(0, RoundingMode.UNNECESSARY) : cents;
    }

    private static BigDecimal plain(BigDecimal value, int scale) {
        var rounded = value.setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    private static String grouped(BigDecimal value) {
        return signed(value, group(value.abs(), true));
    }

    private static String signed(BigDecimal value, String absolute) {
        var written = absolute.chars().anyMatch(c -> c >= '1' && c <= '9');
        return value.signum() < 0 && written ? "-" + absolute : absolute;
    }

    // Indian: three digits at the end, pairs before them; else threes throughout.
    private static String group(BigDecimal absolute, boolean indian) {
        var digits = absolute.toPlainString();
        var point = digits.indexOf('.');
        var whole = point < 0 ? digits : digits.substring(0, point);
        var grouped = new StringBuilder(whole);
        for (var at = whole.length() - 3; at > 0; at -= indian ? 2 : 3) {
            grouped.insert(at, ',');
        }
        return grouped + (point < 0 ? "" : digits.substring(point));
    }
}
