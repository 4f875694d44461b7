package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;

/** Reads single weeks: week 30 of 2025, W30, the week of 1 July, the Diwali week. */
record NamedWeeks(Words words, Clock clock, Points points, Years years) {
    // "week 30 of 2025", "W30", "the week of 1 July 2025", "week starting 4 August"
    Optional<Periods.Found> at(int i) {
        if (words.has(i) && words.at(i).as(Meaning.Festival.class).isPresent()) {
            return weekOfFestival(i).or(() -> weekBehind(i));
        }
        if (words.is(i, WordKind.WEEK_FROM)) {
            return points.at(words.skipLinks(i + 1))
                    .map(point -> new Periods.Found(weekFrom(points.resolve(point)), point.next()));
        }
        // "campaign x week in October": each week of it
        if (isRate(i) || words.is(i - 1, WordKind.CROSSED)) {
            return Optional.empty();
        }
        var letter = words.is(i, Cue.W);
        if (!letter && !words.is(i, Cue.WEEK)) {
            return weekBehind(i);
        }
        var number = words.whole(i + 1);
        // "a week do we get": that "do" is no number
        if (number.isPresent()
                && !words.at(i + 1).filler()
                && words.month(words.skipLinks(i + 2)).isEmpty()
                && number.getAsInt() < 100) {
            var year = years.after(i + 2).filter(found -> !found.fiscal());
            var meaning = year.map(found -> new Weeks(clock).numbered(found.year(), number.getAsInt()))
                    .orElseGet(() -> new Weeks(clock).latest(number.getAsInt()));
            return found(meaning, year.map(Years.Year::next).orElse(i + 2));
        }
        var begins = words.is(i + 1, Cue.SINCE) || words.is(i + 1, WordKind.STARTING);
        var at = words.skipLinks(begins ? i + 2 : i + 1);
        // "which week of October was best"
        var asked = words.is(i - 1, Cue.WHICH) && words.month(at).isPresent();
        return letter || asked || at == i + 1
                ? Optional.empty()
                : points.at(at)
                        .map(point -> new Periods.Found(
                                begins ? weekFrom(points.resolve(point)) : weekOf(points.resolve(point)),
                                point.next()));
    }

    // "Diwali wale hafte", "20 October ke hafte"
    private Optional<Periods.Found> weekBehind(int i) {
        return points.at(i)
                .filter(point -> point.day() != null
                        || words.at(i).as(Meaning.Festival.class).isPresent())
                .filter(point -> words.is(point.next(), WordKind.OWNING) || words.is(point.next(), WordKind.HAVING))
                .filter(point -> words.is(point.next() + 1, Cue.WEEK))
                .map(point -> new Periods.Found(weekOf(points.resolve(point)), point.next() + 2));
    }

    // "orders a week in October": so many of them, and no week that is named
    private boolean isRate(int i) {
        return words.is(i, Cue.WEEK)
                && words.is(i - 1, WordKind.ONE_OF)
                && !words.is(i - 1, Cue.PER)
                && !words.metrics(i - 2).isEmpty();
    }

    // "Diwali week", "Diwali week of 2024"
    private Optional<Periods.Found> weekOfFestival(int i) {
        var point = points.at(i).filter(found -> words.is(found.next(), Cue.WEEK));
        var year = point.flatMap(found -> years.after(found.next() + 1)).filter(found -> !found.fiscal());
        if (point.isEmpty() || year.isEmpty() || point.get().next() != i + 1) {
            return point.map(found -> new Periods.Found(weekOf(points.resolve(found)), found.next() + 1));
        }
        var festival = words.at(i).as(Meaning.Festival.class).orElseThrow();
        return found(
                weekOf(new Festivals(words, clock, years).dates(festival, year, 0)),
                year.get().next());
    }

    // "week starting Tuesday, 10 June": seven days, where "the week of 10 June" begins with its Monday
    private TimeMeaning weekFrom(TimeMeaning day) {
        return day instanceof TimeMeaning.Stretch(var days, var _, var _)
                        && !clock.calendar().startOf(Grain.WEEK, days.start()).equals(days.start())
                        && days.count() == 1
                ? clock.given(days.start(), days.start().plusDays(6), null)
                : weekOf(day);
    }

    private TimeMeaning weekOf(TimeMeaning day) {
        return day instanceof TimeMeaning.Stretch(var days, var _, var _) && days.count() == 1
                ? clock.weekOf(days.start())
                : day instanceof TimeMeaning.Stretch(var several, var _, var _) ? weekOfSeveral(several) : day;
    }

    private TimeMeaning weekOfSeveral(Days several) {
        return clock.calendar()
                        .startOf(Grain.WEEK, several.start())
                        .equals(clock.calendar().startOf(Grain.WEEK, several.end()))
                ? clock.weekOf(several.start())
                : new TimeMeaning.Impossible(Said.of(RouterSaying.WHICH_WEEK));
    }

    private static Optional<Periods.Found> found(TimeMeaning meaning, int next) {
        return Optional.of(new Periods.Found(meaning, next));
    }
}
