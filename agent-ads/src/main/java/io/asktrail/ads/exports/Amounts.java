package io.asktrail.ads.exports;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads numbers as people's spreadsheets write them: with a currency before or behind, with western (1,234,567) or Indian
 * (12,34,567) groups, in brackets when negative. Commas anywhere else are refused, never guessed at.
 */
final class Amounts {
    private static final Set<String> BLANK = Set.of("", "-", "--", "–", "—", "n/a", "na", "null", "nil");
    private static final Pattern DECORATION =
            Pattern.compile("^[\\p{Sc}\\p{L}.'\\s\\p{Z}]+|[\\p{Sc}\\p{L}\\s\\p{Z}]+$");
    private static final Pattern WESTERN = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?");
    private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(?:,\\d{2})*,\\d{3}(?:\\.\\d*)?");
    private static final int LONGEST = 40;

    private Amounts() {}

    static boolean isBlank(String text) {
        return BLANK.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Nothing written is nothing happened. */
    static BigDecimal money(String text) {
        return isBlank(text) ? BigDecimal.ZERO : number(text.strip());
    }

    /** @throws CellException also for a number that is no count: a fraction, or below zero */
    static long count(String text) {
        var number = money(text);
        if (number.signum() < 0
                || number.stripTrailingZeros().scale() > 0
                || number.precision() - number.scale() > 18) {
            throw new CellException("a whole number of 0 or more");
        }
        return number.longValueExact();
    }

    private static BigDecimal number(String text) {
        if (text.length() > LONGEST) {
            throw notANumber();
        }
        if (isPlain(text)) {
            return parsed(text);
        }
        var inBrackets = text.startsWith("(") && text.endsWith(")");
        var inner = inBrackets ? text.substring(1, text.length() - 1) : text;
        var minus = inBrackets || inner.startsWith("-");
        var bare = DECORATION
                .matcher(inner.startsWith("-") ? inner.substring(1) : inner)
                .replaceAll("");
        if (bare.startsWith("-")) {
            if (minus) {
                throw notANumber();
            }
            minus = true;
            bare = bare.substring(1);
        }
        if (bare.indexOf(',') >= 0) {
            if (!WESTERN.matcher(bare).matches() && !INDIAN.matcher(bare).matches()) {
                throw new CellException("a number with a point before its decimals, such as 1,234.56 or 1234.56");
            }
            bare = bare.replace(",", "");
        }
        if (!isPlain(bare)) {
            throw notANumber();
        }
        var value = parsed(bare);
        return minus ? value.negate() : value;
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && !(i > 0 && (c == 'E' || c == '+' || c == '-'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static BigDecimal parsed(String text) {
        try {
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > LONGEST) {
                throw notANumber();
            }
            return number;
        } catch (NumberFormatException e) {
            throw notANumber();
        }
    }

    private static CellException notANumber() {
        return new CellException("a number");
    }
}
