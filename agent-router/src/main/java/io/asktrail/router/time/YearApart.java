package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads days whose year stands elsewhere: "Christmas orders this year", "last year's COGS, June to August". */
record YearApart(Words words, Clock clock) {
    /** The same mentions, those of other days moved into the year that is told beside them. */
    List<TimeMention> of(List<TimeMention> mentions) {
        var held = Stream.of(Cue.VERSUS, Cue.VERSUS_THIS, Cue.COMPARE, Cue.GROWTH, Cue.AND, Cue.OR, Cue.MORE, Cue.LESS);
        if (mentions.size() != 2 || held.anyMatch(this::isBetween)) {
            return mentions;
        }
        var first = mentions.getFirst();
        var second = mentions.getLast();
        return year(first)
                .flatMap(year -> in(year, second))
                .map(days -> both(first, second, days))
                .or(() -> year(second).flatMap(year -> in(year, first)).map(days -> both(first, second, days)))
                .orElse(mentions);
    }

    private boolean isBetween(Cue cue) {
        return words.hasCue(cue);
    }

    private static List<TimeMention> both(TimeMention first, TimeMention second, TimeMeaning days) {
        return List.of(
                new TimeMention(first.from(), first.to(), days), new TimeMention(second.from(), second.to(), days));
    }

    // "this year", "last year"
    private Optional<Days> year(TimeMention mention) {
        return words.isAny(mention.from(), Cue.THIS, Cue.LAST)
                        && mention.to() == mention.from() + 2
                        && mention.meaning() instanceof TimeMeaning.Stretch(var days, var _, var unit)
                        && unit == Grain.YEAR
                ? Optional.of(days)
                : Optional.empty();
    }

    // Seen from the end of that year, a month without a year is that year's.
    private Optional<TimeMeaning> in(Days year, TimeMention mention) {
        // "last year may I know": that "may" asks
        var named = IntStream.range(mention.from(), mention.to())
                .anyMatch(i -> words.month(i).isPresent() && !words.at(i).filler()
                        || words.at(i).as(Meaning.Festival.class).isPresent());
        var open = IntStream.range(mention.from(), mention.to()).noneMatch(this::tellsItsYear);
        if (!named || !open || !(mention.meaning() instanceof TimeMeaning.Stretch)) {
            return Optional.empty();
        }
        return new TimeGrammar(words, new Clock(clock.calendar(), end(year)))
                .longest(mention.from())
                .filter(found -> found.to() == mention.to())
                .map(TimeMention::meaning)
                .filter(meaning -> meaning instanceof TimeMeaning.Stretch(var days, var _, var _)
                        && days.start().getYear() == year.start().getYear()
                        && days.end().getYear() == year.start().getYear());
    }

    private LocalDate end(Days year) {
        var last = LocalDate.of(year.start().getYear(), 12, 31);
        return last.isAfter(clock.today()) ? clock.today() : last;
    }

    private boolean tellsItsYear(int i) {
        return words.isAny(i, Cue.THIS, Cue.LAST, Cue.PAST, Cue.AGO, Cue.FISCAL, Cue.YEAR, Cue.TODAY, Cue.ONWARDS)
                || words.at(i).as(Meaning.DateText.class).isPresent()
                || words.whole(i).orElse(0) > 99;
    }
}
