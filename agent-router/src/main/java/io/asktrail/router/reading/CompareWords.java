package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import io.asktrail.router.language.Cue;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.time.TimeMention;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what is held against what: one period against another, values of a dimension, metrics. */
final class CompareWords {
    private static final Map<Cue, Grain> STEPS =
            Map.of(Cue.DOD, Grain.DAY, Cue.WOW, Grain.WEEK, Cue.MOM, Grain.MONTH, Cue.QOQ, Grain.QUARTER);

    private static final Set<String> OPEN_ENDS = Set.of("between", "since", "from");

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
        reader.versus();
        reader.compare();
        reader.repeated();
        reader.growth();
    }

    private void periods() {
        var stretches = of(TimeMeaning.Stretch.class);
        var relative = findings.times.stream()
                .filter(mention -> mention.meaning() instanceof TimeMeaning.YearBefore
                        || mention.meaning() instanceof TimeMeaning.PeriodBefore)
                .findFirst();
        relative.ifPresent(mention -> findings.compared = mention.meaning());
        if (stretches.size() == 2
                && stretches.getFirst().meaning().equals(stretches.getLast().meaning())
                && freeVersusBetween(stretches.getFirst(), stretches.getLast()) >= 0) {
            // "last week compared with the previous week": the one before that.
            findings.compared = new TimeMeaning.PeriodBefore();
        }
        if (relative.isPresent() && !isHeldAgainst()) {
            alone(relative.get(), stretches);
        }
        var distinct = stretches.stream().map(TimeMention::meaning).distinct().count();
        if (distinct > 2 || (distinct == 2 && relative.isPresent())) {
            findings.problems.add(
                    new Problem.BadTime("One period, or two to compare: name the one or the two that are wanted."));
        } else if (distinct == 2) {
            two(stretches.getFirst(), stretches.getLast());
        } else if (distinct == 1) {
            one(stretches.getFirst());
        }
    }

    private boolean isHeldAgainst() {
        return words.hasCue(Cue.VERSUS)
                || words.hasCue(Cue.VERSUS_THIS)
                || words.hasCue(Cue.COMPARE)
                || words.hasCue(Cue.GROWTH);
    }

    // "orders in July a year ago" are those of that year; "orders in the same week last year" names no week.
    private void alone(TimeMention relative, List<TimeMention> stretches) {
        var ago = words.at(relative.from()).key().endsWith(" ago")
                || words.at(relative.to() - 1).key().endsWith("ago");
        if (stretches.isEmpty() && !findings.inConversation) {
            findings.problems.add(new Problem.BadTime("'%s' of which days?".formatted(text(relative))));
        } else if (stretches.size() == 1 && ago) {
            findings.problems.add(
                    new Problem.BadTime("'%s': are the days of the year before wanted, or a comparison with them?"
                            .formatted(text(relative))));
        }
    }

    private List<TimeMention> of(Class<? extends TimeMeaning> kind) {
        return findings.times.stream()
                .filter(mention -> kind.isInstance(mention.meaning()))
                .toList();
    }

    private void one(TimeMention mention) {
        var before = words.skipLinksBack(mention.from());
        if (sentence.isFree(before) && words.isAny(before, Cue.VERSUS, Cue.COMPARE) && findings.compared == null) {
            findings.compared = mention.meaning();
            sentence.claim(before, "compare", "explicit");
        } else {
            findings.period = (TimeMeaning.Stretch) mention.meaning();
        }
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
        } else {
            findings.problems.add(
                    new Problem.BadTime("Two periods are named, '%s' and '%s': say which one, or put 'vs' between them."
                            .formatted(text(first), text(second))));
        }
    }

    private int freeVersusBetween(TimeMention first, TimeMention second) {
        for (var i = first.to(); i < second.from(); i++) {
            // "growth in July over June"
            var over = (words.hasCue(Cue.GROWTH) || sameUnit(first, second))
                    && words.at(i).key().equals("over");
            if ((sentence.isFree(i) || over) && (words.is(i, Cue.VERSUS) || over)) {
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
        return words.text()
                .substring(
                        words.at(mention.from()).from(),
                        words.at(mention.to() - 1).to());
    }

    private void hold(TimeMention period, TimeMention against, int joint) {
        findings.period = (TimeMeaning.Stretch) period.meaning();
        findings.compared = against.meaning();
        if (joint >= 0) {
            sentence.claim(joint, "compare", "explicit");
        }
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
        var name = unit.name().toLowerCase(java.util.Locale.ROOT);
        if (findings.period == null) {
            var range = unit == Grain.DAY ? "yesterday" : "last_" + name;
            var days = sentence.registry()
                    .calendar()
                    .resolve(range, sentence.today())
                    .orElseThrow();
            findings.period = new TimeMeaning.Stretch(days, range, unit);
            findings.assumptions.add("Of the last whole %s.".formatted(name));
        }
        if (findings.period.unit() == unit
                || (unit == Grain.DAY && findings.period.days().count() == 1)
                || (unit == Grain.WEEK && findings.period.days().count() == 7)) {
            findings.compareKind = Comparison.Kind.PREVIOUS_PERIOD;
            sentence.claim(i, "compare", "previous_period");
        } else {
            findings.problems.add(new Problem.BadTime("'%s' compares whole %ss: which %s is meant?"
                    .formatted(words.at(i).text(), name, name)));
        }
    }

    private void versus() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.VERSUS)) {
                continue;
            }
            var left = keptAt(back(i));
            var right = keptAt(words.skipLinks(i + 1));
            if (left.isPresent() && left.equals(right)) {
                against(left.get());
                sentence.claim(i, "compare", "values");
            } else if (isMetric(back(i)) && isMetric(words.skipLinks(i + 1))) {
                sentence.claim(i, "compare", "metrics");
            } else if (isTime(words.skipLinks(i + 1)) && findings.compared != null) {
                sentence.claim(i, "compare", "explicit");
            }
        }
    }

    // "SP campaigns vs SB campaigns": the noun between belongs to the value.
    private int back(int i) {
        var at = words.skipLinksBack(i);
        return words.dimension(at).isPresent() && keptAt(at - 1).isPresent() ? at - 1 : at;
    }

    private Optional<DimensionId> keptAt(int i) {
        return findings.kept.stream()
                .filter(kept -> kept.at() == i)
                .map(Findings.Kept::dimension)
                .findFirst();
    }

    private boolean isMetric(int i) {
        return findings.metrics.stream().anyMatch(use -> use.at() == i);
    }

    private boolean isTime(int i) {
        return findings.times.stream().anyMatch(mention -> mention.from() <= i && i < mention.to());
    }

    private void against(DimensionId dimension) {
        findings.comparedDimension = dimension;
    }

    private void compare() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.COMPARE)) {
                continue;
            }
            var several = findings.kept.stream()
                    .map(Findings.Kept::dimension)
                    .filter(dimension -> findings.kept.stream()
                                    .filter(kept -> kept.dimension().equals(dimension))
                                    .count()
                            > 1)
                    .findFirst();
            several.filter(_ -> findings.compared == null).ifPresent(this::against);
            if (several.isPresent()
                    || findings.compared != null
                    || findings.compareKind != null
                    || findings.metricIds().size() > 1
                    || !findings.groups.isEmpty()) {
                sentence.claim(i, "compare", "compare");
            }
        }
    }

    // "spend on SP and spend on SB", "Delhi orders and Gujarat orders": one figure, told apart by its values.
    private void repeated() {
        if (findings.metricIds().size() == 1 && findings.metrics.size() > 1 && findings.comparedDimension == null) {
            findings.kept.stream()
                    .map(Findings.Kept::dimension)
                    .filter(dimension -> findings.kept.stream()
                                    .filter(kept -> kept.dimension().equals(dimension))
                                    .count()
                            >= findings.metrics.size())
                    .findFirst()
                    .ifPresent(this::against);
        }
    }

    // "drop orders" tells to leave something out; "orders drop" and "a drop in orders" tell of a change.
    private boolean isOrder(int i) {
        return words.is(i, Cue.EXCEPT)
                && !isMetric(words.skipLinksBack(i))
                && !(words.has(i + 1) && words.at(i + 1).key().equals("in"));
    }

    // "the change between May and July" may be July against May, or all of it against the days before.
    private void fromEndToEnd() {
        findings.times.stream()
                .filter(mention -> mention.meaning().equals(findings.period))
                .filter(mention -> OPEN_ENDS.contains(words.at(mention.from()).key()))
                .findFirst()
                .ifPresent(mention -> findings.problems.add(new Problem.BadTime(
                        "A change within '%s', or against the days before it? Ask with 'vs' between the two periods."
                                .formatted(text(mention)))));
    }

    private void growth() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.GROWTH) || isOrder(i)) {
                continue;
            }
            sentence.claim(i, "compare", "change");
            if (findings.compared == null && findings.compareKind == null) {
                findings.compareKind = Comparison.Kind.PREVIOUS_PERIOD;
                fromEndToEnd();
            }
        }
    }
}
