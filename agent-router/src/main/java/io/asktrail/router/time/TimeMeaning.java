package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;
import java.util.List;
import java.util.function.UnaryOperator;
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

    /**
     * There are no such days: a 31st of June, an end before its start.
     *
     * @param choices days that may have been meant; none if nobody can tell
     */
    record Impossible(Said reason, List<Choice> choices) implements TimeMeaning {
        public Impossible {
            choices = List.copyOf(choices);
        }

        public Impossible(Said reason) {
            this(reason, List.of());
        }
    }

    /** Two ways to read it that are equally good. */
    record Ambiguous(Said question, List<Choice> choices) implements TimeMeaning {
        public Ambiguous {
            choices = List.copyOf(choices);
        }
    }

    /** One way to read it. */
    record Choice(Said label, Days days) {
        /** Days that are called by their dates. */
        public static Choice of(Days days) {
            return new Choice(
                    days.start().equals(days.end())
                            ? Said.of(RouterSaying.ONE_DAY).day(days.start())
                            : Said.of(RouterSaying.FROM_TO).day(days.start()).day(days.end()),
                    days);
        }
    }

    /** The same doubt about other days, which are made of those in doubt. */
    default TimeMeaning map(UnaryOperator<Days> how) {
        return switch (this) {
            case Impossible(var reason, var choices) -> new Impossible(reason, mapped(choices, how));
            case Ambiguous(var question, var choices) -> new Ambiguous(question, mapped(choices, how));
            case Stretch _, YearBefore _, PeriodBefore _ -> this;
        };
    }

    /** The same doubt with nothing to choose from: the days are a part of others, and alone no answer. */
    default TimeMeaning withoutChoices() {
        return switch (this) {
            case Impossible(var reason, var _) -> new Impossible(reason);
            case Ambiguous(var question, var _) -> new Impossible(question);
            case Stretch _, YearBefore _, PeriodBefore _ -> this;
        };
    }

    private static List<Choice> mapped(List<Choice> choices, UnaryOperator<Days> how) {
        return choices.stream()
                .map(choice -> Choice.of(how.apply(choice.days())))
                .toList();
    }
}
