package io.asktrail.router.time;

import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a date with its weekday before it: "Sunday, 15 June 2025". A date that is no such weekday is said to be none. */
record WeekdayDates(Words words, Points points) {
    /** @param date how a date is read at a place */
    Optional<Points.Point> at(int i, IntFunction<Optional<Points.Point>> date) {
        var weekday = words.at(i).as(Meaning.Weekday.class);
        if (weekday.isEmpty()) {
            return Optional.empty();
        }
        var at = words.is(i + 1, Cue.COMMA) ? i + 2 : i + 1;
        return date.apply(words.skipOf(at))
                .filter(point -> point.day() != null || point.closed() != null)
                .map(point -> agreeing(point, weekday.get(), words.at(i).text()));
    }

    private Points.Point agreeing(Points.Point point, Meaning.Weekday weekday, String written) {
        if (!(points.resolve(point) instanceof TimeMeaning.Stretch(var days, var _, var _))
                || days.count() == 1 && days.start().getDayOfWeek() == weekday.day()) {
            return point;
        }
        var contradiction =
                Said.of(RouterSaying.OTHER_WEEKDAY).day(days.start()).text(written);
        return Points.Point.of(new TimeMeaning.Impossible(contradiction), point.next());
    }
}
