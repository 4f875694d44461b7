package io.asktrail.router.time;

import io.asktrail.contracts.task.Grain;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads whole units before one that is told from today: "the three complete months preceding the current one", "the last
 * full quarter before this", "the two weeks before last". The two have to meet: no whole weeks end where a month begins.
 */
record BeforeThis(Words words, Clock clock) {
    private static final int MOST = 3_700;

    /** @param start the first day of it, {@code next} the place after it */
    private record Anchor(LocalDate start, int next) {}

    Optional<Periods.Found> at(int i) {
        var at = words.isAny(i, Cue.LAST, Cue.PAST) ? i + 1 : i;
        at = words.is(at, Cue.COMPLETE) ? at + 1 : at;
        var counted = words.whole(at).isPresent();
        var count = words.whole(at).orElse(1);
        at = counted ? at + 1 : at;
        at = words.is(at, Cue.COMPLETE) ? at + 1 : at;
        var unit = Units.at(words, at);
        if (unit == null || count < 1 || count > MOST) {
            return Optional.empty();
        }
        // "two weeks before last" without an article may be the one of that name.
        var beforeLast = counted && words.is(at + 1, Cue.BEFORE_LAST) && words.is(i - 1, WordKind.ARTICLE);
        var anchor = beforeLast
                ? beforeLast(at + 2, unit)
                : words.is(at + 1, WordKind.BEFORE) ? anchor(words.skipOf(at + 2), unit) : Optional.<Anchor>empty();
        return anchor.filter(other -> other.start.equals(clock.calendar().startOf(unit, other.start)))
                .map(other -> new Periods.Found(
                        clock.given(
                                Units.minus(other.start, unit, count),
                                other.start.minusDays(1),
                                count == 1 && unit != Grain.DAY ? unit : null),
                        other.next));
    }

    // "before last" and "before last week"
    private Optional<Anchor> beforeLast(int next, Grain unit) {
        var named = Units.at(words, next);
        return named != null && named != unit
                ? Optional.empty()
                : end(named == null ? next : next + 1).map(end -> new Anchor(start(unit, 1), end));
    }

    // "before this", "before the current one", "before this month", "before last week"
    private Optional<Anchor> anchor(int i, Grain unit) {
        var running = words.is(i, Cue.THIS);
        if (!running && !words.is(i, Cue.LAST)) {
            return Optional.empty();
        }
        var named = Units.at(words, i + 1);
        var one = words.whole(i + 1).orElse(0) == 1
                && !Character.isDigit(words.at(i + 1).text().charAt(0));
        return end(named != null || one ? i + 2 : i + 1)
                .map(next -> new Anchor(start(named == null ? unit : named, running ? 0 : 1), next));
    }

    private LocalDate start(Grain unit, int back) {
        return Units.minus(clock.calendar().startOf(unit, clock.today()), unit, back);
    }

    // "before this campaign", "before the last sale": something else is told by what follows.
    private Optional<Integer> end(int next) {
        var ends = !words.has(next) || words.isLink(next) || words.is(next, Cue.COMMA) || isUnitBefore(next);
        return ends ? Optional.of(next) : Optional.empty();
    }

    private boolean isUnitBefore(int next) {
        return Units.at(words, next - 1) != null;
    }
}
