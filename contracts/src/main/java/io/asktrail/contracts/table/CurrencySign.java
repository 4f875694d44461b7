package io.asktrail.contracts.table;

import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is written before an amount, the same in text, tables, charts and files. */
public final class CurrencySign {
    /** Signs that are told apart by a letter or two before them stay readable as amounts: {@code CA$}. */
    private static final Pattern SIGN = Pattern.compile("[A-Z]{0,3}\\p{Sc}");

    private CurrencySign() {}

    /**
     * The sign of a currency as English writes it, or its code and a space where it has none: {@code ₹}, {@code $},
     * {@code €}, {@code CA$}, {@code AED }.
     *
     * @param code of three letters, as in a column's unit
     * @throws IllegalArgumentException if there is no such currency
     */
    public static String before(String code) {
        return before(Currency.getInstance(code));
    }

    /** The same of a currency. */
    public static String before(Currency currency) {
        // Without a region: no country's own dollar is the plain one but the best known.
        var sign = currency.getSymbol(Locale.ENGLISH);
        return SIGN.matcher(sign).matches() ? sign : currency.getCurrencyCode() + " ";
    }
}
