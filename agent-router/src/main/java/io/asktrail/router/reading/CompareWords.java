package io.asktrail.router.reading;

import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import io.asktrail.registry.calendar.BusinessCalendar.Days;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.time.TimeMention;
import io.asktrail.router.time.Units;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Decides which period is held against which: July vs June, WoW, the same week last year. */
final class CompareWords {
    private static final Map<Cue, Grain> STEPS =
            Map.of(Cue.DOD, Grain.DAY, Cue.WOW, Grain.WEEK, Cue.MOM, Grain.MONTH, Cue.QOQ, Grain.QUARTER);

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private CompareWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    static void read(Sentence sentence, Findings findings) {
        var reader = new CompareWords(sentence, findings);
        reader.periods();
        reader.steps();
    }

    private void periods() {
        var stretches = of(TimeMeaning.Stretch.class);
        var relative = findings.times.stream()
                .filter(mention -> mention.meaning() instanceof TimeMeaning.YearBefore
                        || mention.meaning() instanceof TimeMeaning.PeriodBefore)
                .findFirst();
        relative.ifPresent(mention -> findings.compared = mention.meaning());
        if (relative.isEmpty() && isThatAndTheOneBefore(stretches)) {
            findings.compared =
                    oneBefore((TimeMeaning.Stretch) stretches.getFirst().meaning(), stretches.getLast());
        }
        if (relative.isPresent() && !isHeldAgainst()) {
            alone(relative.get(), stretches);
        }
        var distinct = stretches.stream().map(TimeMention::meaning).distinct().count();
        if (distinct > 2 || (distinct == 2 && relative.isPresent())) {
            findings.problems.add(new Problem.BadTime(Said.of(RouterSaying.ONE_OR_TWO_PERIODS)));
        } else if (distinct == 2) {
            two(stretches.getFirst(), stretches.getLast());
        } else if (distinct == 1) {
            one(stretches.getFirst());
        }
    }

    // "last week compared with the previous week": the one before that. "June against June" is nothing of the kind.
    private boolean isThatAndTheOneBefore(List<TimeMention> stretches) {
        return stretches.size() == 2
                && stretches.getFirst().meaning().equals(stretches.getLast().meaning())
                && words.isAny(stretches.getLast().from(), Cue.BEFORE, Cue.LAST)
                && !text(stretches.getFirst()).equalsIgnoreCase(text(stretches.getLast()))
                && freeVersusBetween(stretches.getFirst(), stretches.getLast()) >= 0;
    }

    // The days right before a weekend are no weekend.
    private TimeMeaning oneBefore(TimeMeaning.Stretch period, TimeMention told) {
        return isOfWeekend(told)
                ? new TimeMeaning.Stretch(
                        new Days(
                                period.days().start().minusWeeks(1),
                                period.days().end().minusWeeks(1)),
                        null,
                        null)
                : new TimeMeaning.PeriodBefore();
    }

    private boolean isOfWeekend(TimeMention told) {
        return IntStream.range(told.from(), told.to()).anyMatch(i -> words.is(i, Cue.WEEKEND));
    }

    private boolean isHeldAgainst() {
        return words.hasCue(Cue.VERSUS)
                || words.hasCue(Cue.VERSUS_THIS)
                || words.hasCue(Cue.COMPARE)
                || words.hasCue(Cue.GROWTH);
    }

    // "orders in July a year ago" are those of that year; "orders in the same week last year" names no week.
    private void alone(TimeMention relative, List<TimeMention> stretches) {
        var ago = words.at(relative.from()).key().endsWith(" ago") || words.is(relative.to() - 1, Cue.AGO);
        if (stretches.isEmpty() && !findings.inConversation) {
            findings.problems.add(
                    new Problem.BadTime(Said.of(RouterSaying.OF_WHICH_DAYS).text(text(relative))));
        } else if (stretches.size() == 1 && ago) {
            findings.problems.add(
                    new Problem.BadTime(Said.of(RouterSaying.YEAR_BEFORE).text(text(relative))));
        }
    }

    private List<TimeMention> of(Class<? extends TimeMeaning> kind) {
        return findings.times.stream()
                .filter(mention -> kind.isInstance(mention.meaning()))
                .toList();
    }

    private void one(TimeMention mention) {
        var before = words.skipLinksBack(mention.from());
        if (sentence.isFree(before) && isAgainst(before, mention.from()) && findings.compared == null) {
            compare(mention);
            sentence.claim(before, "compare", "explicit");
        } else {
            findings.period = (TimeMeaning.Stretch) mention.meaning();
        }
    }

    // "compare with June" holds June against something, "compare June by channel" does not.
    private boolean isAgainst(int joint, int time) {
        return words.is(joint, Cue.VERSUS)
                || (words.is(joint, Cue.COMPARE)
                        && IntStream.range(joint + 1, time).anyMatch(i -> words.is(i, WordKind.AGAINST)));
    }

    private void two(TimeMention first, TimeMention second) {
        var joint = words.skipLinksBack(second.from());
        var leading = words.skipLinksBack(first.from());
        var compares = words.hasCue(Cue.COMPARE);
        var behind = words.skipLinks(first.to());
        if (sentence.isFree(behind) && words.is(behind, Cue.VERSUS_THIS)) {
            // Hindi puts what is compared with first.
            hold(second, first, behind);
        } else if (words.is(words.skipLinks(second.to()), Cue.VERSUS_THIS)) {
            hold(first, second, words.skipLinks(second.to()));
        } else if (sentence.isFree(leading) && words.is(leading, Cue.VERSUS) && !words.is(joint, Cue.VERSUS)) {
            hold(second, first, leading);
        } else if (freeVersusBetween(first, second) >= 0) {
            hold(first, second, freeVersusBetween(first, second));
        } else if (compares) {
            hold(first, second, -1);
        } else if (isSeriesOver(first, second)) {
            var days = new Days(stretch(first).start(), stretch(second).end());
            findings.period = new TimeMeaning.Stretch(days, null, null);
        } else {
            findings.problems.add(new Problem.BadTime(
                    Said.of(RouterSaying.TWO_PERIODS).text(text(first)).text(text(second))));
        }
    }

    // "CTR per week for August and September": one series, in which neither is lost
    private boolean isSeriesOver(TimeMention first, TimeMention second) {
        return findings.grain != null
                && second.from() == first.to() + 1
                && words.is(first.to(), Cue.AND)
                && sameUnit(first, second)
                && stretch(first).end().plusDays(1).equals(stretch(second).start());
    }

    private static Days stretch(TimeMention mention) {
        return ((TimeMeaning.Stretch) mention.meaning()).days();
    }

    private int freeVersusBetween(TimeMention first, TimeMention second) {
        for (var i = first.to(); i < second.from(); i++) {
            // "growth in July over June"
            var over = (words.hasCue(Cue.GROWTH) || sameUnit(first, second)) && words.is(i, WordKind.OVER);
            // "is spend higher than last week"
            var than = words.isAny(i, Cue.MORE, Cue.LESS) && words.at(i).key().endsWith(" than");
            // "is this month ahead of last month"; in the week ahead of Diwali nothing is held against Diwali
            var ahead = words.is(i, WordKind.AHEAD_OF) && sameUnit(first, second);
            if ((sentence.isFree(i) || over) && (words.is(i, Cue.VERSUS) || over || than || ahead)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean sameUnit(TimeMention first, TimeMention second) {
        return first.meaning() instanceof TimeMeaning.Stretch(var _, var _, var a)
                && second.meaning() instanceof TimeMeaning.Stretch(var _, var _, var b)
                && a != null
                && a == b;
    }

    private String text(TimeMention mention) {
        return words.text(mention.from(), mention.to());
    }

    private void hold(TimeMention period, TimeMention against, int joint) {
        findings.period = (TimeMeaning.Stretch) period.meaning();
        compare(against);
        if (joint >= 0) {
            sentence.claim(joint, "compare", "explicit");
        }
        // "set October against September"
        for (var i = 0; i < joint; i++) {
            if (sentence.isFree(i) && words.is(i, WordKind.PLACING)) {
                sentence.claim(i, "compare", "explicit");
            }
        }
    }

    // "June over the previous month" is held against May whatever month this is; "over last month" is told from today,
    // and "over the previous year's June" names its days.
    private void compare(TimeMention against) {
        findings.compared = against.meaning();
        findings.comparedPrevious = words.is(against.from(), Cue.BEFORE)
                && !isOfWeekend(against)
                && IntStream.range(against.from(), against.to() - 1).allMatch(i -> Units.at(words, i) == null);
    }

    private void steps() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i)) {
                continue;
            }
            if (words.is(i, Cue.YOY)) {
                findings.compareKind = Comparison.Kind.PREVIOUS_YEAR;
                sentence.claim(i, "compare", "previous_year");
            }
            for (var step : STEPS.entrySet()) {
                if (sentence.isFree(i) && words.is(i, step.getKey())) {
                    step(i, step.getValue());
                }
            }
        }
    }

    // Week on week of a week is the week before; of nothing, it is of the last whole week.
    private void step(int i, Grain unit) {
        var name = unit.name().toLowerCase(Locale.ROOT);
        if (findings.period == null) {
            var range = unit == Grain.DAY ? "yesterday" : "last_" + name;
            var days = sentence.registry()
                    .calendar()
                    .resolve(range, sentence.today())
                    .orElseThrow();
            findings.period = new TimeMeaning.Stretch(days, range, unit);
            findings.assumptions.add(Said.of(RouterSaying.LAST_WHOLE_ONE).part(Said.of(RouterSaying.of(unit))));
        }
        if (findings.period.unit() == unit
                || (unit == Grain.DAY && findings.period.days().count() == 1)
                || (unit == Grain.WEEK && findings.period.days().count() == 7)) {
            findings.compareKind = Comparison.Kind.PREVIOUS_PERIOD;
            sentence.claim(i, "compare", "previous_period");
        } else {
            findings.problems.add(new Problem.BadTime(Said.of(RouterSaying.COMPARES_WHOLE)
                    .text(words.at(i).text())
                    .part(Said.of(RouterSaying.of(unit)))));
        }
    }
}
