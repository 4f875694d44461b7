package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Optional;

/** Reads days before or after others: the day before Diwali, 3 days after Rakhi, the month before July. */
record Besides(Words words, Clock clock, Points points) {
    private static final int MOST_DAYS = 366;

    /** @param unitAt where the unit stands, one behind {@code i} where a number leads */
    Optional<Periods.Found> at(int i, int unitAt) {
        var unit = Units.at(words, unitAt);
        var before = words.is(unitAt + 1, WordKind.BEFORE);
        if (unit == null || (!before && !words.is(unitAt + 1, Cue.AFTER))) {
            return Optional.empty();
        }
        var count = words.whole(i).orElse(1);
        return points.at(words.skipLinks(unitAt + 2))
                .map(point -> new Periods.Found(
                        beside(points.resolve(point), unit, count, before, isAllOfThem(i)), point.next()));
    }

    // "the 5 days after Diwali", where "5 days after Diwali" may be the fifth
    private boolean isAllOfThem(int i) {
        return words.is(i - 1, WordKind.ARTICLE) && !words.is(i - 1, WordKind.ONE_OF);
    }

    // "Diwali se ek din pehle", "Rakhi ke 3 din baad"
    Optional<Periods.Found> behind(int i) {
        return points.at(i).flatMap(point -> {
            var number = point.next() + 1;
            var joined = words.isFrom(point.next()) || words.is(point.next(), WordKind.OWNING);
            var before = words.is(number + 2, Cue.AGO);
            if (!joined
                    || words.whole(number).isEmpty()
                    || !words.is(number + 1, Cue.DAY)
                    || (!before && !words.is(number + 2, WordKind.AFTER_THIS))) {
                return Optional.empty();
            }
            return Optional.of(new Periods.Found(
                    behind(points.resolve(point), words.whole(number).getAsInt(), before), number + 3));
        });
    }

    // "3 din pehle" is one day or the three of them.
    private TimeMeaning behind(TimeMeaning day, int count, boolean before) {
        var all = beside(day, Grain.DAY, count, before, false);
        if (!before || count == 1 || !(all instanceof TimeMeaning.Stretch(var days, var _, var _))) {
            return all;
        }
        return new TimeMeaning.Ambiguous(
                Said.of(RouterSaying.ALL_OR_FIRST),
                List.of(choice(days), TimeMeaning.Choice.of(new Days(days.start(), days.start()))));
    }

    private TimeMeaning beside(TimeMeaning day, Grain unit, int count, boolean before, boolean allOfThem) {
        if (!(day instanceof TimeMeaning.Stretch(var days, var _, var named))) {
            return day.withoutChoices();
        }
        if (unit != Grain.DAY && unit == named && count == 1) {
            var start = Units.minus(days.start(), unit, before ? 1 : -1);
            return clock.given(start, Units.minus(start, unit, -1).minusDays(1), unit);
        }
        // A week before a day may be seven days or one from Monday to Sunday.
        if (unit != Grain.DAY || count < 1 || count > MOST_DAYS) {
            return new TimeMeaning.Impossible(
                    Said.of(before ? RouterSaying.DAYS_BESIDE_BEFORE : RouterSaying.DAYS_BESIDE_AFTER)
                            .day(before ? days.start() : days.end()));
        }
        if (before) {
            return clock.given(days.start().minusDays(count), days.start().minusDays(1), null);
        }
        var all = new Days(days.end().plusDays(1), days.end().plusDays(count));
        return count == 1 || allOfThem
                ? clock.given(all.start(), all.end(), null)
                : new TimeMeaning.Ambiguous(
                        Said.of(RouterSaying.ALL_OR_LAST),
                        List.of(choice(all), choice(new Days(all.end(), all.end()))));
    }

    private static TimeMeaning.Choice choice(Days days) {
        return new TimeMeaning.Choice(
                Said.of(RouterSaying.FROM_TO).day(days.start()).day(days.end()), days);
    }
}
