package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;

/** Reads where what still runs ends: this month up to yesterday, MTD as on date. */
record RunningEnd(Words words, Clock clock) {
    Periods.Found of(Periods.Found found) {
        if (!runs(found.meaning(), clock.today())
                || !(found.meaning() instanceof TimeMeaning.Stretch(var days, var _, var _))) {
            return found;
        }
        // What runs ends today in any case.
        var onwards = words.skipLinks(found.next());
        if (words.is(onwards, Cue.ONWARDS)) {
            return new Periods.Found(found.meaning(), onwards + 1);
        }
        // "is mahine kal tak"
        if (words.is(found.next(), Cue.YESTERDAY) && words.is(found.next() + 1, Cue.UNTIL_THIS)) {
            return new Periods.Found(toYesterday(days), found.next() + 2);
        }
        var until = words.isAny(found.next(), Cue.UNTIL, Cue.TO);
        var last = until ? words.skipLinks(found.next() + 1) : found.next();
        var withoutToday = until ? words.is(last, Cue.YESTERDAY) : words.is(last, WordKind.NOT_TODAY);
        if (!withoutToday) {
            return found;
        }
        return new Periods.Found(toYesterday(days), last + 1);
    }

    static boolean runs(TimeMeaning meaning, LocalDate today) {
        return meaning instanceof TimeMeaning.Stretch(var days, var range, var _)
                && range != null
                && range.startsWith("this_")
                && days.end().equals(today);
    }

    private TimeMeaning toYesterday(Days days) {
        var end = clock.today().minusDays(1);
        return end.isBefore(days.start())
                ? new TimeMeaning.Impossible(Said.of(RouterSaying.BEGAN_TODAY))
                : new TimeMeaning.Stretch(new Days(days.start(), end), null, null);
    }
}
