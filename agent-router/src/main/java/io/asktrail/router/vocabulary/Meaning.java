package io.asktrail.router.vocabulary;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.calendar.CalendarDefinition.NamedDay;
import io.asktrail.router.language.Cue;
import io.asktrail.router.value.NamedValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Currency;
import java.util.Optional;

/** One thing that a word, or several words together, may mean. */
public sealed interface Meaning {
    record CueWord(Cue cue) implements Meaning {}

    record Metric(MetricId id) implements Meaning {}

    /** A metric that the caller may not see. */
    record HiddenMetric(MetricId id) implements Meaning {}

    /** What is done that a metric counts or adds up: "clicked", "refunded". */
    record Deed(MetricId of) implements Meaning {}

    record Dimension(DimensionId id) implements Meaning {}

    record Value(NamedValue value) implements Meaning {}

    /** The country that all values of a dimension together are. */
    record Country(DimensionId of) implements Meaning {}

    /**
     * @param number with its unit: 200,000 of "2 lakh"
     * @param digits whether it was written in digits; a word such as the Hindi "do" may mean something else
     * @param unit what was counted in: 100,000 of "2 lakh", 1 without a word for it
     */
    record Quantity(BigDecimal number, boolean percent, boolean money, boolean digits, int unit) implements Meaning {
        public Quantity(BigDecimal number, boolean percent, boolean money, boolean digits) {
            this(number, percent, money, digits, 1);
        }

        /** The first of two numbers whose unit stands behind the second: "1 and 2 lakh"; empty if either may be. */
        public Optional<Quantity> before(Quantity second) {
            var counted = second.number.divide(BigDecimal.valueOf(second.unit));
            if (second.unit == 1 || unit > 1 || money && !second.money || number.compareTo(counted) >= 0) {
                return Optional.of(this);
            }
            // Nobody knows whether "5 and 80k" begins at five or at five thousand.
            return number.multiply(BigDecimal.TEN).compareTo(counted) < 0
                    ? Optional.empty()
                    : Optional.of(new Quantity(
                            number.multiply(BigDecimal.valueOf(second.unit)), percent, money, digits, second.unit));
        }
    }

    record MonthName(int month) implements Meaning {}

    /** A quarter by the letters of its months: "OND". */
    record QuarterName(int quarter) implements Meaning {}

    record Weekday(DayOfWeek day) implements Meaning {}

    record Ordinal(int number) implements Meaning {}

    /** A date, or a week, written in digits. */
    record DateText(String text) implements Meaning {}

    record Festival(NamedDay day) implements Meaning {}

    /** A word of a subject that no registry covers. */
    record OffTopic() implements Meaning {}

    /** A currency by its name. */
    record CurrencyName(Currency currency) implements Meaning {}

    /** The sign of a currency that figures are not kept in. */
    record ForeignMoney() implements Meaning {}
}
