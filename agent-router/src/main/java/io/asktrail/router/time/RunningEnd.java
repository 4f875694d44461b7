package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.Said;
import io.asktrail.router.saying.Saying;
import io.asktrail.router.vocabulary.Words;

/** Reads where what still runs ends: this month up to yesterday, MTD as on date. */
record RunningEnd(Words words, Clock clock) {
    Periods.Found of(Periods.Found found) {
        if (!(found.meaning() instanceof TimeMeaning.Stretch(var days, var range, var _))
                || range == null
                || !range.startsWith("this_")
                || !days.end().equals(clock.today())) {
            return found;
        }
        // What runs ends today in any case.
        if (words.is(found.next(), Cue.ONWARDS)) {
            return found.past();
        }
        var until = words.isAny(found.next(), Cue.UNTIL, Cue.TO);
        var last = until ? words.skipLinks(found.next() + 1) : found.next();
        var withoutToday = until ? words.is(last, Cue.YESTERDAY) : words.is(last, WordKind.NOT_TODAY);
        if (!withoutToday) {
            return found;
        }
        var end = clock.today().minusDays(1);
        return new Periods.Found(
                end.isBefore(days.start())
                        ? new TimeMeaning.Impossible(Said.of(Saying.BEGAN_TODAY))
                        : new TimeMeaning.Stretch(new Days(days.start(), end), null, null),
                last + 1);
    }
}
