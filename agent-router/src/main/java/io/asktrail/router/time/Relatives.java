package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is told from today: last week, this month, the past 20 days, the last 4 complete weeks, last weekend. */
record Relatives(Words words, Clock clock) {
    private static final int MOST = 3_700;

    Optional<Periods.Found> at(int i) {
        return plain(i).filter(found -> !leadsToEach(found.next()))
                .map(found -> words.is(found.next(), WordKind.GONE_BY) ? found.past() : found);
    }

    // "the last 5 days of each month" are none that are told from today
    private boolean leadsToEach(int next) {
        return words.is(next, WordKind.OF_EACH) && Units.at(words, next + 1) != null;
    }

    private Optional<Periods.Found> plain(int i) {
        if (isShort(i)) {
            return letters(i);
        }
        if (isOfEach(i)) {
            return Optional.empty();
        }
        var last = words.is(i, Cue.LAST);
        if (last && words.isFrom(i + 1) && words.is(i + 2, Cue.LAST)) {
            return beforeLast(i + 3);
        }
        var rolling = words.is(i, Cue.PAST);
        var running = words.is(i, Cue.THIS);
        if (!last && !rolling && !running) {
            return bare(i);
        }
        var complete = words.is(i + 1, Cue.COMPLETE);
        var at = complete ? i + 2 : i + 1;
        var count = count(at);
        at = count == null ? at : at + 1;
        complete |= words.is(at, Cue.COMPLETE);
        at = words.is(at, Cue.COMPLETE) ? at + 1 : at;
        // "the previous calendar week"
        at = words.is(at, Cue.CALENDAR_YEAR) && Units.at(words, at + 1) != null ? at + 1 : at;
        if (running) {
            return count == null ? running(at) : Optional.empty();
        }
        if (words.is(at, Cue.WEEKEND) && count == null) {
            return found(weekend(1), at + 1);
        }
        if (words.is(at, Cue.FORTNIGHT)) {
            return found(lastDays(14 * (count == null ? 1 : count)), at + 1);
        }
        var unit = Units.at(words, at);
        if (unit == null) {
            return Optional.empty();
        }
        if (count == null && words.is(at + 1, Cue.BEFORE_LAST)) {
            return Optional.empty();
        }
        return found(rolling && !complete ? rolling(unit, count) : last(unit, count), at + 1);
    }

    // "har mahine ke aakhri 5 din": those of each month, and none that are told from today
    private boolean isOfEach(int i) {
        var grain = words.isAny(i - 1, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY, Cue.YEARLY);
        if (grain && words.isPossessive(i - 1)) {
            return true;
        }
        return words.is(i - 1, WordKind.OWNING)
                && (Units.at(words, i - 2) != null
                        || words.isAny(i - 2, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY, Cue.YEARLY));
    }

    // "pichle se pichle hafte"
    private Optional<Periods.Found> beforeLast(int at) {
        var unit = Units.at(words, at);
        if (words.is(at, Cue.WEEKEND)) {
            return found(weekend(2), at + 1);
        }
        return unit == null ? Optional.empty() : found(beforeLast(unit), at + 1);
    }

    private TimeMeaning beforeLast(Grain unit) {
        var start = Units.minus(clock.calendar().startOf(unit, clock.today()), unit, 2);
        return clock.given(start, Units.minus(start, unit, -1).minusDays(1), unit);
    }

    // "L7D", "L4W": letters and digits that touch each other
    private boolean isShort(int i) {
        return words.is(i, Cue.LAST_SHORT)
                && words.whole(i + 1).isPresent()
                && words.has(i + 2)
                && words.at(i).to() == words.at(i + 1).from()
                && words.at(i + 1).to() == words.at(i + 2).from();
    }

    private Optional<Periods.Found> letters(int i) {
        var count = count(i + 1);
        return count == null
                ? Optional.empty()
                : unitOfLetter(words.at(i + 2).key()).flatMap(unit -> found(last(unit, count), i + 3));
    }

    private static Optional<Grain> unitOfLetter(String letter) {
        return Stream.of(Grain.values())
                .filter(unit -> letter.length() == 1 && name(unit).startsWith(letter))
                .findFirst();
    }

    // "the week before last"
    private Optional<Periods.Found> bare(int i) {
        if (words.is(i, Cue.WEEKEND) && words.isAny(i + 1, Cue.BEFORE_LAST, Cue.BEFORE)) {
            return found(weekend(2), i + 2);
        }
        var unit = Units.at(words, i);
        if (unit != null && words.is(i + 1, WordKind.GONE_BY)) {
            return found(last(unit, null), i + 2);
        }
        if (unit == null || !words.is(i + 1, Cue.BEFORE_LAST)) {
            return Optional.empty();
        }
        return found(beforeLast(unit), i + 2);
    }

    private @Nullable Integer count(int at) {
        var number = words.whole(at);
        return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= MOST ? number.getAsInt() : null;
    }

    private Optional<Periods.Found> running(int at) {
        var unit = Units.at(words, at);
        if (unit != null) {
            return found(
                    unit == Grain.DAY ? clock.named("today", null) : clock.named("this_" + name(unit), unit), at + 1);
        }
        return Optional.empty();
    }

    private TimeMeaning last(Grain unit, @Nullable Integer count) {
        if (unit == Grain.DAY) {
            return count == null ? clock.named("yesterday", null) : lastDays(count);
        }
        if (count == null || count == 1) {
            return clock.named("last_" + name(unit), unit);
        }
        if (unit != Grain.YEAR && count < 1000) {
            return clock.named("last_%d_%ss".formatted(count, name(unit)), null);
        }
        var start = clock.calendar().startOf(Grain.YEAR, clock.today());
        return clock.given(start.minusYears(count), start.minusDays(1), null);
    }

    private TimeMeaning rolling(Grain unit, @Nullable Integer count) {
        var number = count == null ? 1 : count;
        return switch (unit) {
            case DAY -> lastDays(number);
            case WEEK -> lastDays(7 * number);
            case MONTH, QUARTER, YEAR -> rollingOrWhole(unit, number, count);
        };
    }

    // "past week" is settled as the last 7 days; for longer units people mean either.
    private TimeMeaning rollingOrWhole(Grain unit, int number, @Nullable Integer count) {
        var whole = last(unit, count);
        var end = clock.today().minusDays(1);
        var rolling = new Days(Units.minus(clock.today(), unit, number), end);
        if (!(whole instanceof TimeMeaning.Stretch(var days, var _, var _)) || days.equals(rolling)) {
            return whole;
        }
        return new TimeMeaning.Ambiguous(
                Said.of(number == 1 ? RouterSaying.ROLLING_OR_ONE : RouterSaying.ROLLING_OR_MANY)
                        .part(Said.of(RouterSaying.of(unit))),
                List.of(TimeMeaning.Choice.of(rolling), TimeMeaning.Choice.of(days)));
    }

    private TimeMeaning lastDays(int count) {
        return clock.named("last_%d_days".formatted(count), null);
    }

    /** @param back 1 is the last one */
    private TimeMeaning weekend(int back) {
        var sunday = clock.calendar().startOf(Grain.WEEK, clock.today()).minusDays(1);
        while (sunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
            sunday = sunday.minusDays(1);
        }
        sunday = sunday.minusWeeks(back - 1L);
        return clock.given(sunday.minusDays(1), sunday, null);
    }

    private static String name(Grain unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Periods.Found> found(TimeMeaning meaning, int next) {
        return Optional.of(new Periods.Found(meaning, next));
    }
}
