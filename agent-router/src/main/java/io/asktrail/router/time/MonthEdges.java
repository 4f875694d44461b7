package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where a month begins or ends: the first 10 days of July, the last week of June. */
record MonthEdges(Words words, Clock clock, Years years) {
    /** @param next the place after it */
    private record OneMonth(YearMonth month, int next) {}

    /** @param count how many days; null for a week */
    private record Edge(boolean first, @Nullable Integer count, int next) {}

    Optional<Periods.Found> at(int i) {
        return edgeOfMonth(i).or(() -> monthsEdge(i));
    }

    // "the first 10 days of July", "the last 5 days of last month", "the first week of July"
    private Optional<Periods.Found> edgeOfMonth(int i) {
        return edge(i).flatMap(edge -> {
            var at = words.skipLinks(edge.next());
            return at == edge.next()
                    ? Optional.empty()
                    : month(at).map(month -> new Periods.Found(of(edge, month.month()), month.next()));
        });
    }

    // "July ke pehle 10 din"
    private Optional<Periods.Found> monthsEdge(int i) {
        return month(i).filter(month -> words.is(month.next(), WordKind.OWNING))
                .flatMap(month ->
                        edge(month.next() + 1).map(edge -> new Periods.Found(of(edge, month.month()), edge.next())));
    }

    private Optional<Edge> edge(int i) {
        var first = words.ordinal(i).isPresent() && words.ordinal(i).getAsInt() == 1;
        if (!first && !words.is(i, Cue.LAST)) {
            return Optional.empty();
        }
        if (words.whole(i + 1).isPresent() && words.is(i + 2, Cue.DAY)) {
            return Optional.of(new Edge(first, words.whole(i + 1).getAsInt(), i + 3));
        }
        return words.is(i + 1, Cue.WEEK) ? Optional.of(new Edge(first, null, i + 2)) : Optional.empty();
    }

    private Optional<OneMonth> month(int i) {
        if (words.isAny(i, Cue.LAST, Cue.THIS) && words.is(i + 1, Cue.MONTH)) {
            var running = YearMonth.from(clock.today());
            return Optional.of(new OneMonth(words.is(i, Cue.LAST) ? running.minusMonths(1) : running, i + 2));
        }
        if (words.month(i).isEmpty()) {
            return Optional.empty();
        }
        var month = words.month(i).getAsInt();
        var year = years.after(i + 1).filter(found -> !found.fiscal());
        return Optional.of(new OneMonth(
                YearMonth.of(year.map(Years.Year::year).orElseGet(() -> clock.latestYearOf(month)), month),
                year.map(Years.Year::next).orElse(i + 1)));
    }

    private TimeMeaning of(Edge edge, YearMonth month) {
        return edge.count() == null ? firstOrLastWeek(month, edge.first()) : edge(month, edge.first(), edge.count());
    }

    private TimeMeaning edge(YearMonth month, boolean first, int count) {
        if (count < 1 || count > month.lengthOfMonth()) {
            return new TimeMeaning.Impossible(
                    Said.of(RouterSaying.MONTH_HAS_DAYS).text(month.toString()).number(month.lengthOfMonth()));
        }
        return first
                ? clock.given(month.atDay(1), month.atDay(count), null)
                : clock.given(month.atEndOfMonth().minusDays(count - 1L), month.atEndOfMonth(), null);
    }

    private TimeMeaning firstOrLastWeek(YearMonth month, boolean first) {
        var seven = first
                ? new Days(month.atDay(1), month.atDay(7))
                : new Days(month.atEndOfMonth().minusDays(6), month.atEndOfMonth());
        var monday = clock.calendar().startOf(Grain.WEEK, first ? month.atDay(7) : month.atEndOfMonth());
        var whole = first ? monday : monday.plusDays(6).isAfter(month.atEndOfMonth()) ? monday.minusWeeks(1) : monday;
        var calendarWeek = new Days(whole, whole.plusDays(6));
        if (seven.equals(calendarWeek)) {
            return clock.given(seven.start(), seven.end(), null);
        }
        return new TimeMeaning.Ambiguous(
                Said.of(RouterSaying.SEVEN_OR_WEEK),
                List.of(TimeMeaning.Choice.of(seven), TimeMeaning.Choice.of(calendarWeek)));
    }
}
