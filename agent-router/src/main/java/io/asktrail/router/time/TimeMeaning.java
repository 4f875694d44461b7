package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What words about time come to. */
public sealed interface TimeMeaning {
    /**
     * @param range the relative range it is, as the contract spells it; null for given dates
     * @param unit the calendar unit it is one of; null for any other stretch of days
     */
    record Stretch(
            Days days, @Nullable String range, @Nullable Grain unit) implements TimeMeaning {}

    /** The same days of the year before, whatever the days are. */
    record YearBefore() implements TimeMeaning {}

    /** The stretch just before, whatever it is before. */
    record PeriodBefore() implements TimeMeaning {}

    /** There are no such days: a 31st of June, an end before its start. */
    record Impossible(String reason) implements TimeMeaning {}

    /** Two ways to read it that are equally good. */
    record Ambiguous(String question, List<Choice> choices) implements TimeMeaning {
        public Ambiguous {
            choices = List.copyOf(choices);
        }
    }

    /** One way to read it. */
    record Choice(String label, Days days) {}
}
