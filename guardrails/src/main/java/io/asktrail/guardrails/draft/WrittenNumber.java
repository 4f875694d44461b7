package io.asktrail.guardrails.draft;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as a person reads it.
 *
 * @param value what it says
 * @param step the place of its last digit: {@code ₹1.25 lakh} says 1,25,000 to the next 1,000
 */
record WrittenNumber(BigDecimal value, BigDecimal step) {
    // Hindi's lakh and crore, the latter with its dotted letter as one sign or as two.
    private static final String LAKH = "लाख";
    private static final String CRORE = "करो(?:\u095C|\u0921\u093C)";
    private static final String POINTS = "प्रतिशत(?:\\s+अंक)?";

    private static final Pattern SHAPE = Pattern.compile(
            "(?<sign>[+\\-−–]?)\\s*(?:[A-Z]{0,3}\\p{Sc}|Rs\\.?|[A-Z]{3})?\\s*(?<digits>\\d[\\d,]*(?:\\.\\d+)?)\\s*(?<scale>lakhs?|crores?|cr|k|thousand|million|%|"
                    + LAKH + "|" + CRORE + "|" + POINTS
                    + "|per cent|percent(?:age points?)?|points?|pp|x|×)?[.\\s]*",
            Pattern.CASE_INSENSITIVE);

    /** Empty if it does not read as one number. */
    static Optional<WrittenNumber> parse(String text) {
        var match = SHAPE.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var digits = new BigDecimal(match.group("digits").replace(",", ""));
        var scale = scaleOf(match.group("scale"));
        var value = digits.multiply(scale);
        var step = BigDecimal.ONE.scaleByPowerOfTen(-digits.scale()).multiply(scale);
        var isNegative = !match.group("sign").isEmpty() && !match.group("sign").equals("+");
        return Optional.of(new WrittenNumber(isNegative ? value.negate() : value, step));
    }

    private static BigDecimal scaleOf(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "", "x", "×" -> BigDecimal.ONE;
            case "k", "thousand" -> new BigDecimal(1_000);
            case "lakh", "lakhs", LAKH -> new BigDecimal(100_000);
            case "million" -> new BigDecimal(1_000_000);
            case "crore", "crores", "cr" -> new BigDecimal(10_000_000);
            case String scale when scale.matches(CRORE) -> new BigDecimal(10_000_000);
            default -> new BigDecimal("0.01");
        };
    }

    /** Whether an exact number is written this way, by any fair rounding of its last digit. */
    boolean says(BigDecimal exact) {
        return value.subtract(exact).abs().multiply(BigDecimal.TWO).compareTo(step) <= 0;
    }

    /** The same without its sign, for "down 12 %". */
    boolean saysSizeOf(BigDecimal exact) {
        return says(exact) || says(exact.negate());
    }
}
