package io.asktrail.files.format;

import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.CurrencySign;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Number formats of a spreadsheet's column. Rupees and counts are grouped in the Indian way, which no format of Excel's
 * own does outside an Indian Windows: commas stand in the format, and one section is for crores, one for lakhs, one for
 * the rest. More sections there are not: the numbers beyond them have a format of their own size.
 */
final class SheetFormats {
    static final String TEXT = "@";
    static final String DATE = "yyyy-mm-dd";

    private static final BigDecimal SECTIONS_FROM = new BigDecimal(-100_000);
    private static final BigDecimal SECTIONS_TO = new BigDecimal(1_000_000_000);

    private final String usual;
    private final @Nullable Grouped beyond;

    /** @param sign what stands before the digits */
    private record Grouped(String sign, String decimals) {
        /** @param pairs how many pairs of digits stand before the last five */
        String format(int pairs) {
            return sign + "##\\,".repeat(pairs) + (pairs == 0 ? "##,##0" : "##\\,##0") + decimals;
        }

        // With a condition that is not for numbers below zero alone, so that every program writes the sign itself.
        String only(BigDecimal number) {
            var digits = number.precision() - number.scale();
            return "[%s1000000000]%s;%s"
                    .formatted(number.signum() < 0 ? "<" : ">=", format(Math.max(0, (digits - 4) / 2)), format(0));
        }

        String sections() {
            return "[>=10000000]%s;[>=100000]%s;%s".formatted(format(2), format(1), format(0));
        }
    }

    private SheetFormats(String usual, @Nullable Grouped beyond) {
        this.usual = usual;
        this.beyond = beyond;
    }

    static SheetFormats of(Column column) {
        return switch (column.type()) {
            case TEXT -> same(TEXT);
            case DATE -> same(DATE);
            case NUMBER -> ofUnit(column.unit());
        };
    }

    private static SheetFormats ofUnit(@Nullable String unit) {
        return switch (unit) {
            case "INR" -> indian(new Grouped("\"₹\"", ".00"));
            case "count" -> indian(new Grouped("", ""));
            case "percent" -> same("0.00%");
            case "ratio" -> same("0.00");
            case null -> same("General");
            default -> isCurrency(unit) ? same(money(CurrencySign.before(unit))) : same("General");
        };
    }

    // A code is no text of the format's own: [$AED] is written as it is by every program.
    private static String money(String sign) {
        return sign.endsWith(" ") ? "[$%s] #,##0.00".formatted(sign.strip()) : "\"%s\"#,##0.00".formatted(sign);
    }

    private static boolean isCurrency(String unit) {
        return unit.length() == 3 && unit.equals(unit.toUpperCase(Locale.ROOT));
    }

    private static SheetFormats same(String format) {
        return new SheetFormats(format, null);
    }

    private static SheetFormats indian(Grouped grouped) {
        return new SheetFormats(grouped.sections(), grouped);
    }

    /** The format of one number. */
    String of(BigDecimal number) {
        return beyond == null || (number.compareTo(SECTIONS_FROM) > 0 && number.compareTo(SECTIONS_TO) < 0)
                ? usual
                : beyond.only(number);
    }
}
