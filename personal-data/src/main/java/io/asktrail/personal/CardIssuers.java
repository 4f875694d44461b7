package io.asktrail.personal;

import java.util.List;

/** Which numbers a card network has given out: by how they begin, and how long they are. */
final class CardIssuers {
    /** @param first lowest leading digits, as many as {@code last} has */
    private record Range(int first, int last, int shortest, int longest) {
        boolean holds(String digits) {
            var width = Integer.toString(first).length();
            var leading = Integer.parseInt(digits.substring(0, width));
            return digits.length() >= shortest && digits.length() <= longest && leading >= first && leading <= last;
        }
    }

    private static final List<Range> RANGES = List.of(
            // Visa
            new Range(4, 4, 13, 13),
            new Range(4, 4, 16, 16),
            new Range(4, 4, 19, 19),
            // Mastercard
            new Range(51, 55, 16, 16),
            new Range(2221, 2720, 16, 16),
            // Maestro as banks in India issue it
            new Range(5018, 5020, 16, 19),
            new Range(5038, 5038, 16, 19),
            new Range(6304, 6304, 16, 19),
            new Range(6759, 6763, 16, 19),
            // American Express
            new Range(34, 34, 15, 15),
            new Range(37, 37, 15, 15),
            // Diners Club
            new Range(300, 305, 14, 14),
            new Range(36, 36, 14, 14),
            new Range(38, 39, 14, 14),
            // RuPay
            new Range(508, 508, 16, 16),
            new Range(606, 608, 16, 16),
            new Range(652, 653, 16, 16),
            new Range(817, 822, 16, 16),
            new Range(353, 356, 16, 16),
            // Discover, UnionPay, JCB
            new Range(6011, 6011, 16, 19),
            new Range(644, 659, 16, 19),
            new Range(62, 62, 16, 19),
            new Range(3528, 3589, 16, 19));

    private CardIssuers() {}

    static boolean issued(String digits) {
        return digits.length() >= 13 && RANGES.stream().anyMatch(range -> range.holds(digits));
    }
}
