package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds every mention of time in a question. At each place the longest reading wins. */
public final class TimeGrammar {
    private final Words words;
    private final Clock clock;
    private final Points points;
    private final Periods periods;
    private final Ranges ranges;

    TimeGrammar(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
        points = new Points(words, clock);
        periods = new Periods(words, clock, points);
        ranges = new Ranges(words, clock, points);
    }

    /** The mentions in their order; they do not overlap. */
    public static List<TimeMention> mentions(Words words, BusinessCalendar calendar, LocalDate today) {
        return new TimeGrammar(words, new Clock(calendar, today)).all();
    }

    private List<TimeMention> all() {
        var found = new ArrayList<TimeMention>();
        var at = 0;
        while (at < words.size()) {
            var mention = longest(at);
            mention.ifPresent(found::add);
            at = mention.map(TimeMention::to).orElse(at + 1);
        }
        return new BesideAnother(words, clock).of(new YearApart(words, clock).of(found));
    }

    /** The mention that begins at a place. */
    Optional<TimeMention> longest(int at) {
        if (words.isLink(at) && ranges.at(at).isEmpty()) {
            return Optional.empty();
        }
        var best = ranges.at(at);
        best = longer(best, periods.at(at));
        var point = points.at(at).map(found -> new Periods.Found(points.resolve(found), found.next()));
        return longer(best, point).map(found -> new TimeMention(at, found.next(), found.meaning()));
    }

    private static Optional<Periods.Found> longer(Optional<Periods.Found> a, Optional<Periods.Found> b) {
        return a.isEmpty() || (b.isPresent() && b.get().next() > a.get().next()) ? b : a;
    }
}
