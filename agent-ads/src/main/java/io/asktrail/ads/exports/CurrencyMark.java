package io.asktrail.ads.exports;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which currency a cell names: a code in its own column, or a sign or code beside an amount. */
final class CurrencyMark {
    private static final Pattern NO_MARK = Pattern.compile("[\\d.,()\\-+'\\s\\p{Z}]");
    // A bare dollar is the US dollar; the console of another country writes its code.
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("₹", "INR"),
            Map.entry("RS", "INR"),
            Map.entry("$", "USD"),
            Map.entry("US$", "USD"),
            Map.entry("C$", "CAD"),
            Map.entry("CA$", "CAD"),
            Map.entry("A$", "AUD"),
            Map.entry("AU$", "AUD"),
            Map.entry("S$", "SGD"),
            Map.entry("£", "GBP"),
            Map.entry("€", "EUR"),
            Map.entry("¥", "JPY"),
            Map.entry("￥", "JPY"));

    private CurrencyMark() {}

    /**
     * The ISO 4217 code; empty if nothing is beside the number.
     *
     * @throws CellException if something is and no currency is called so
     */
    static Optional<String> in(String text) {
        var last = text.isEmpty() ? '0' : text.charAt(text.length() - 1);
        if (Amounts.isBlank(text) || isDigit(text.charAt(0)) && isDigit(last)) {
            return Optional.empty();
        }
        var mark = NO_MARK.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        return mark.isEmpty() ? Optional.empty() : Optional.of(code(mark));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String code(String mark) {
        var known = SIGNS.get(mark);
        if (known != null) {
            return known;
        }
        try {
            return Currency.getInstance(mark).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new CellException("a currency such as INR or ₹");
        }
    }
}
