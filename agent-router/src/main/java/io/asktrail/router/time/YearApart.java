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
        if (isNamedDayOfTwoYears(mentions)) {
            var named = mentions.getFirst();
            var year = mentions.get(1);
            return year(year)
                    .flatMap(days -> in(days, named))
                    .map(days -> Stream.concat(
                                    both(named, year, days).stream(),
                                    mentions.stream().skip(2))
                            .toList())
                    .orElse(mentions);
        }
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

    // "Diwali day orders 2024 vs 2023", "Holi week orders this year against last": the day is that of the first year.
    private boolean isNamedDayOfTwoYears(List<TimeMention> mentions) {
        if (mentions.size() < 2 || mentions.size() > 3) {
            return false;
        }
        var versus = words.skipLinks(mentions.get(1).to());
        var named =
                words.at(mentions.getFirst().from()).as(Meaning.Festival.class).isPresent();
        return named
                && words.is(versus, Cue.VERSUS)
                && (mentions.size() == 2
                        ? words.is(words.skipLinks(versus + 1), Cue.LAST)
                        : mentions.get(2).from() == words.skipLinks(versus + 1));
    }

    private boolean isBetween(Cue cue) {
        return words.hasCue(cue);
    }

    private static List<TimeMention> both(TimeMention first, TimeMention second, TimeMeaning days) {
        return List.of(
                new TimeMention(first.from(), first.to(), days), new TimeMention(second.from(), second.to(), days));
    }

    // "this year", "last year", "2024"
    private Optional<Days> year(TimeMention mention) {
        var plain = mention.to() == mention.from() + 1
                && words.at(mention.from()).as(Meaning.Quantity.class).isPresent()
                && Stream.of(Cue.VERSUS, Cue.VERSUS_THIS).anyMatch(words::hasCue);
        return (plain || words.isAny(mention.from(), Cue.THIS, Cue.LAST) && mention.to() == mention.from() + 2)
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
