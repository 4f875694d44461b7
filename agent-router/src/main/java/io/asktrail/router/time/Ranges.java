package io.asktrail.router.time;

import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads stretches with two ends: 5 to 19 October, between Diwali and today, since Monday. */
final class Ranges {
    private final Words words;
    private final Clock clock;
    private final Points points;

    Ranges(Words words, Clock clock, Points points) {
        this.words = words;
        this.clock = clock;
        this.points = points;
    }

    Optional<Periods.Found> at(int i) {
        return twoEnds(i).or(() -> enclosed(i)).or(() -> open(i)).or(() -> onwards(i));
    }

    // "5 aur 15 October ke beech"
    private Optional<Periods.Found> enclosed(int i) {
        return points.at(i)
                .or(() -> points.bareDay(i))
                .filter(start -> words.is(start.next(), Cue.AND))
                .flatMap(start -> ends(start, start.next() + 1))
                .filter(found -> words.is(found.next(), WordKind.BETWEEN_THIS))
                .map(Periods.Found::past);
    }

    private Optional<Periods.Found> twoEnds(int i) {
        var between = words.is(i, Cue.BETWEEN);
        var prefixed = between || words.is(i, Cue.SINCE);
        var startAt = prefixed ? words.skipLinks(i + 1) : i;
        if (isHeldAgainst(i)) {
            return Optional.empty();
        }
        var years = new Years(words, clock).between(startAt, between);
        return years.isPresent()
                ? years
                : points.at(startAt)
                        .flatMap(start -> upTo(start, between))
                        .or(() -> points.bareDay(startAt).flatMap(start -> upTo(start, between)));
    }

    // "compare September to August": two months, and no year of them
    private boolean isHeldAgainst(int i) {
        return words.is(words.skipLinksBack(i), Cue.COMPARE)
                && points.at(i)
                        .filter(start -> start.closed() == null && start.day() == null)
                        .filter(start -> words.is(start.next(), WordKind.TO))
                        .isPresent();
    }

    private Optional<Periods.Found> upTo(Points.Point start, boolean between) {
        var joint = start.next();
        if (words.isHyphenated(joint - 1)) {
            // "Jan-Mar 2025"
            return ends(start, joint);
        }
        if (words.isFrom(joint)) {
            // "1 July se 15 July tak": the end says that this is a range.
            var end = ends(start, joint + 1);
            return end.filter(found -> words.is(found.next(), Cue.UNTIL_THIS))
                    .map(Periods.Found::past)
                    .or(() -> areMonths(start, joint + 1) || areDays(start, end) ? end : Optional.empty());
        }
        var joined = words.isAny(joint, Cue.TO, Cue.DASH) || (between && words.is(joint, Cue.AND));
        return joined ? ends(start, words.skipLinks(joint + 1)) : Optional.empty();
    }

    private Optional<Periods.Found> ends(Points.Point start, int endAt) {
        return points.at(endAt)
                .or(() -> start.month() == null ? Optional.empty() : points.bareDay(endAt))
                .filter(end -> end.closed() != null || end.month() != null || start.day() != null)
                .map(end -> new Periods.Found(join(start, end), end.next()));
    }

    private TimeMeaning join(Points.Point start, Points.Point end) {
        var year = start.year();
        var month = end.month();
        if (year == null || month == null || end.closed() != null || end.year() != null) {
            return joined(start, end);
        }
        return ofEitherYear(start, end, start.month() != null && start.month() > month ? year + 1 : year);
    }

    // "June 2024 to August": that of the same year, or the latest one
    private TimeMeaning ofEitherYear(Points.Point start, Points.Point end, int year) {
        var next = joined(start, end.inYear(year));
        var latest = joined(start, end);
        return next instanceof TimeMeaning.Stretch(var near, var _, var _)
                        && latest instanceof TimeMeaning.Stretch(var far, var _, var _)
                        && !near.equals(far)
                ? new TimeMeaning.Ambiguous(
                        Said.of(RouterSaying.WHICH_DAYS),
                        List.of(TimeMeaning.Choice.of(near), TimeMeaning.Choice.of(far)))
                : latest;
    }

    private TimeMeaning joined(Points.Point start, Points.Point end) {
        var endMonth = end.month() == null ? start.month() : end.month();
        var last = end.closed() != null || endMonth == null
                ? end
                : end.inMonth(endMonth, start.month() == null ? null : start.year());
        var ends = points.resolve(end.month() == null && end.closed() == null ? last : end);
        if (!(ends instanceof TimeMeaning.Stretch(var endDays, var _, var _))) {
            // What the end alone may have meant is no answer to the whole.
            return ends.withoutChoices();
        }
        var first = start;
        if (start.closed() == null) {
            first = start.month() == null && end.month() != null ? start.inMonth(end.month(), end.year()) : start;
            first = first.year() == null ? first.inYear(yearBefore(first, endDays)) : first;
        }
        var starts = points.resolve(first);
        if (!(starts instanceof TimeMeaning.Stretch(var startDays, var _, var _))) {
            return starts.map(days -> days.start().isAfter(endDays.end())
                    ? new Days(endDays.start(), days.end())
                    : new Days(days.start(), endDays.end()));
        }
        if (startDays.start().isAfter(endDays.end())) {
            return new TimeMeaning.Impossible(
                    Said.of(RouterSaying.ENDS_FIRST).day(endDays.end()).day(startDays.start()),
                    List.of(
                            TimeMeaning.Choice.of(new Days(endDays.start(), startDays.end())),
                            TimeMeaning.Choice.of(new Days(startDays.start().minusYears(1), endDays.end()))));
        }
        return new TimeMeaning.Stretch(new Days(startDays.start(), endDays.end()), null, null);
    }

    // Without a year of its own a start lies in the year of the end, or in the one before ("20 December to 5 January").
    private static int yearBefore(Points.Point start, Days end) {
        var month = start.month() == null ? end.end().getMonthValue() : start.month();
        var year = end.end().getYear();
        return month > end.end().getMonthValue() ? year - 1 : year;
    }

    // "since 1 September", "starting Monday"; a plain "from July" may mean July alone.
    private Optional<Periods.Found> open(int i) {
        if (!words.is(i, Cue.SINCE)) {
            return Optional.empty();
        }
        return points.at(words.skipLinks(i + 1)).flatMap(point -> {
            var onwards = words.is(point.next(), Cue.ONWARDS);
            var definite = !words.isLink(i) || onwards || point.day() != null;
            return definite ? since(point, onwards ? point.next() + 1 : point.next()) : Optional.empty();
        });
    }

    private Optional<Periods.Found> onwards(int i) {
        return points.at(i).flatMap(point -> {
            var at = words.isFrom(point.next()) ? point.next() + 1 : point.next();
            if (words.is(at, Cue.ONWARDS)) {
                return since(point, at + 1);
            }
            return isSince(at) ? since(point, at) : Optional.empty();
        });
    }

    // "10 November se orders"; "July se zyada" and "Diwali se pehle" begin nowhere
    private boolean isSince(int next) {
        return words.isFrom(next - 1)
                && !words.isAny(next, Cue.AGO, Cue.BEFORE)
                && Stream.of(Cue.COMPARE, Cue.VERSUS, Cue.VERSUS_THIS, Cue.GROWTH, Cue.MOVED)
                        .noneMatch(words::hasCue);
    }

    // "1 se 15 September", where "5 July se 10 July zyada" holds one day against the other
    private boolean areDays(Points.Point start, Optional<Periods.Found> end) {
        return start.day() != null
                && end.isPresent()
                && Stream.of(Cue.COMPARE, Cue.VERSUS, Cue.VERSUS_THIS, Cue.GROWTH, Cue.MOVED, Cue.MORE, Cue.LESS)
                        .noneMatch(words::hasCue);
    }

    // "Jan se May 2026", where "July se September me zyada" holds one against the other
    private boolean areMonths(Points.Point start, int endAt) {
        return start.closed() == null
                && start.day() == null
                && start.year() == null
                && points.at(endAt)
                        .filter(end -> end.closed() == null && end.day() == null && end.year() != null)
                        .isPresent()
                && isSince(endAt);
    }

    private Optional<Periods.Found> since(Points.Point point, int next) {
        var meaning = points.resolve(point);
        return Optional.of(new Periods.Found(
                meaning instanceof TimeMeaning.Stretch(var days, var _, var _)
                        ? new TimeMeaning.Stretch(new Days(days.start(), clock.today()), null, null)
                        : meaning.map(days -> new Days(days.start(), clock.today())),
                next));
    }
}
