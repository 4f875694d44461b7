package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what is told from the other days of the question: the same day a week earlier, the week before. */
record BesideAnother(Words words, Clock clock) {
    List<TimeMention> of(List<TimeMention> mentions) {
        var stretches = mentions.stream().filter(BesideAnother::isStretch).toList();
        if (stretches.stream().map(TimeMention::meaning).distinct().count() != 1) {
            return mentions;
        }
        var other = stretches.getLast();
        var all = new ArrayList<TimeMention>();
        mentions.forEach(mention -> all.add(fitting(mention, (TimeMeaning.Stretch) other.meaning())));
        IntStream.range(0, words.size()).forEach(i -> {
            all.addAll(sameDay(i, (TimeMeaning.Stretch) other.meaning()));
            lastOne(i, other).ifPresent(all::add);
        });
        all.sort(Comparator.comparing(TimeMention::from));
        return all;
    }

    private static boolean isStretch(TimeMention mention) {
        return mention.meaning() instanceof TimeMeaning.Stretch;
    }

    // "yesterday vs the same day a week earlier"
    private List<TimeMention> sameDay(int i, TimeMeaning.Stretch other) {
        var weekly = words.is(i, Cue.SAME_DAY_WEEK_BEFORE);
        if (other.days().count() != 1 || !weekly && !words.is(i, Cue.SAME_DAY_MONTH_BEFORE)) {
            return List.of();
        }
        var day = other.days().start();
        var before = weekly ? day.minusWeeks(1) : day.minusMonths(1);
        return weekly || before.getDayOfMonth() == day.getDayOfMonth()
                ? List.of(new TimeMention(i, i + 1, clock.given(before, before, null)))
                : List.of();
    }

    // "this month vs last", "Holi week this year against last"
    private Optional<TimeMention> lastOne(int i, TimeMention other) {
        var named = words.is(i, Cue.LAST)
                && words.is(words.skipLinksBack(i), Cue.VERSUS)
                && (!words.has(i + 1) || words.isLink(i + 1) || words.is(i + 1, Cue.COMMA));
        if (!named || i < other.to()) {
            return Optional.empty();
        }
        return IntStream.range(other.from(), other.to())
                .filter(at -> words.is(at, Cue.THIS) && Units.at(words, at + 1) != null)
                .mapToObj(at -> lastOne(i, Objects.requireNonNull(Units.at(words, at + 1))))
                .findFirst();
    }

    private TimeMention lastOne(int i, Grain unit) {
        var range = "last_" + unit.name().toLowerCase(Locale.ROOT);
        return new TimeMention(
                i,
                i + 1,
                unit == Grain.YEAR
                        ? new TimeMeaning.YearBefore()
                        : unit == Grain.DAY ? clock.named("yesterday", null) : clock.named(range, unit));
    }

    // "yesterday vs the week before": a day has no week before it
    private TimeMention fitting(TimeMention mention, TimeMeaning.Stretch other) {
        var unit = mention.meaning() instanceof TimeMeaning.PeriodBefore ? unit(mention) : null;
        return unit == null || isAsLong(other.days(), unit) || other.unit() == unit
                ? mention
                : new TimeMention(
                        mention.from(),
                        mention.to(),
                        new TimeMeaning.Impossible(Said.of(RouterSaying.COMPARES_WHOLE)
                                .text(words.text(mention.from(), mention.to()))
                                .part(Said.of(RouterSaying.of(unit)))));
    }

    // "the 7 days before" tells its own length
    private @Nullable Grain unit(TimeMention mention) {
        return IntStream.range(mention.from(), mention.to())
                        .anyMatch(i -> words.whole(i).isPresent())
                ? null
                : Units.at(words, mention.from());
    }

    private static boolean isAsLong(Days days, Grain unit) {
        return switch (unit) {
            case DAY -> days.count() == 1;
            case WEEK -> days.count() == 7;
            case MONTH -> days.count() >= 28 && days.count() <= 31;
            case QUARTER -> days.count() >= 90 && days.count() <= 92;
            case YEAR -> days.count() >= 365;
        };
    }
}
