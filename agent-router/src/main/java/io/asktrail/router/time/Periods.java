package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads stretches that are one thing: last month, the last 45 days, Q4 FY25, H1, week 30, the June quarter. */
final class Periods {
    private final Words words;
    private final Clock clock;
    private final Points points;
    private final Years years;

    Periods(Words words, Clock clock, Points points) {
        this.words = words;
        this.clock = clock;
        this.points = points;
        years = new Years(words, clock);
    }

    /** @param next the place after it */
    record Found(TimeMeaning meaning, int next) {
        /** The same, with a word behind it that says the same again. */
        Found past() {
            return new Found(meaning, next + 1);
        }
    }

    Optional<Found> at(int i) {
        if (words.is(i, Cue.ONWARDS)) {
            // "aaj tak is saal"
            return at(i + 1).filter(found -> RunningEnd.runs(found.meaning(), clock.today()));
        }
        return plain(i).map(found -> new RunningEnd(words, clock).of(found));
    }

    private Optional<Found> plain(int i) {
        return new BeforeThis(words, clock)
                .at(i)
                .or(() -> new Endings(words, clock, points).at(i))
                .or(() -> new ToDate(words, clock, years).at(i))
                .or(() -> relativeToAnother(i))
                .or(() -> new YearParts(words, clock, years).at(i))
                .or(() -> fiscalYear(i))
                .or(() -> new MonthEdges(words, clock, years).at(i))
                .or(() -> new NamedWeeks(words, clock, points, years).at(i))
                .or(() -> ago(i))
                .or(() -> relative(i))
                .or(() -> plainYear(i));
    }

    private Optional<Found> relativeToAnother(int i) {
        if (words.is(i, Cue.SAME_PERIOD_LAST_YEAR)) {
            return found(new TimeMeaning.YearBefore(), i + 1);
        }
        if (words.is(i, Cue.PERIOD_BEFORE)) {
            return found(new TimeMeaning.PeriodBefore(), i + 1);
        }
        // "the month before", "the 7 days before"
        var unit = words.whole(i).isPresent() ? i + 1 : i;
        var besides = new Besides(words, clock, points);
        var beside = besides.at(i, unit).or(() -> besides.behind(i));
        if (beside.isPresent()) {
            return beside;
        }
        // "the week prior", but not "week, last month"
        var leads = words.is(unit + 1, Cue.LAST) && Units.at(words, unit + 2) != null;
        if (unitAt(unit) != null && words.isAny(unit + 1, Cue.BEFORE, Cue.AGO) && !leads) {
            if (unitAt(unit) == Grain.YEAR && words.whole(i).orElse(1) == 1) {
                return found(new TimeMeaning.YearBefore(), unit + 2);
            }
            return words.is(unit + 1, Cue.BEFORE) ? found(new TimeMeaning.PeriodBefore(), unit + 2) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Found> fiscalYear(int i) {
        return years.fiscal(i).map(year -> {
            var range = words.is(i, Cue.THIS) ? "this_fiscal_year" : "last_fiscal_year";
            var relative = words.isAny(i, Cue.THIS, Cue.LAST);
            return new Found(relative ? clock.named(range, null) : clock.fiscalYear(year.year()), year.next());
        });
    }

    // "2 weeks ago" is that whole week.
    private Optional<Found> ago(int i) {
        var unit = unitAt(i + 1);
        if (words.whole(i).isEmpty() || !words.is(i + 2, Cue.AGO) || unit == null || unit == Grain.DAY) {
            return Optional.empty();
        }
        var start = Units.minus(
                clock.calendar().startOf(unit, clock.today()),
                unit,
                words.whole(i).getAsInt());
        return found(clock.given(start, Units.minus(start, unit, -1).minusDays(1), unit), i + 3);
    }

    private Optional<Found> relative(int i) {
        return new Relatives(words, clock).at(i);
    }

    private Optional<Found> plainYear(int i) {
        // A number right after "more than" is a bound and not a year.
        if (words.isAny(
                        words.skipLinksBack(i),
                        Cue.MORE,
                        Cue.LESS,
                        Cue.AT_LEAST,
                        Cue.AT_MOST,
                        Cue.EQUAL,
                        Cue.TOP,
                        Cue.BOTTOM)
                || words.isAny(i + 1, Cue.OR_MORE, Cue.OR_LESS, Cue.MORE_THAN_THIS, Cue.LESS_THAN_THIS)
                || (words.isAny(i, Cue.THIS, Cue.LAST))) {
            return Optional.empty();
        }
        return years.calendarYear(i).map(year -> new Found(clock.year(year.year()), year.next()));
    }

    private @Nullable Grain unitAt(int i) {
        return Units.at(words, i);
    }

    private static Optional<Found> found(TimeMeaning meaning, int next) {
        return Optional.of(new Found(meaning, next));
    }
}
