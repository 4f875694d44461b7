package io.asktrail.router.vocabulary;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.calendar.CalendarDefinition.NamedDay;
import io.asktrail.router.language.Cue;
import io.asktrail.router.value.NamedValue;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Currency;

/** One thing that a word, or several words together, may mean. */
public sealed interface Meaning {
    record CueWord(Cue cue) implements Meaning {}

    record Metric(MetricId id) implements Meaning {}

    /** A metric that the caller may not see. */
    record HiddenMetric(MetricId id) implements Meaning {}

    record Dimension(DimensionId id) implements Meaning {}

    record Value(NamedValue value) implements Meaning {}

    /**
     * @param digits whether it was written in digits; a word such as the Hindi "do" may mean something else
     */
    record Quantity(BigDecimal number, boolean percent, boolean money, boolean digits) implements Meaning {}

    record MonthName(int month) implements Meaning {}

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
