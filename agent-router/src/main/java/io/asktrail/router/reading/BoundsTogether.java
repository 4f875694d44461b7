package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks at the bounds of a question side by side: all of them hold, and some imply another. */
final class BoundsTogether {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private BoundsTogether(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when every bound has been read by itself. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new BoundsTogether(sentence, findings);
        for (var i = 0; i < sentence.size(); i++) {
            reader.some(i);
        }
        reader.someOfIt();
        reader.alternatives();
        reader.contradictions();
    }

    // "above 100 clicks or above 5,000 spend": bounds hold together, never one or the other.
    private void alternatives() {
        for (var i = 0; i < sentence.size(); i++) {
            var values = !words.values(words.skipLinksBack(i)).isEmpty()
                    && !words.values(words.skipLinks(i + 1)).isEmpty();
            if (findings.bounds.size() > 1 && words.is(i, Cue.OR) && !values && sentence.isFree(i)) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.BOUNDS_HOLD)));
            }
        }
    }

    // "above 50 and below 20": nothing is both
    private void contradictions() {
        for (var low : findings.bounds) {
            var none = (low.op() == Operator.GT || low.op() == Operator.GE)
                    && findings.bounds.stream()
                            .filter(high -> high.op() == Operator.LT || high.op() == Operator.LE)
                            .filter(high -> low.metric() == null
                                    || high.metric() == null
                                    || high.metric().equals(low.metric()))
                            .anyMatch(high -> high.number().compareTo(low.number()) < 0);
            if (none) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.NOTHING_PASSES_BOTH)));
            }
        }
    }

    // "that got clicks but no orders": of what it got, it got some.
    private void some(int i) {
        var zero = findings.bounds.stream()
                .anyMatch(bound -> bound.at() == i
                        && bound.op() == Operator.EQ
                        && bound.number().signum() == 0);
        var but = words.is(i, WordKind.BUT_NONE);
        var joint = but ? i - 1 : words.skipLinksBackTo(i, Cue.AND);
        joint = but || !words.has(joint) || !words.is(joint, Cue.AND) ? joint : joint - 1;
        var had = metricAt(joint);
        if (!zero || had == null || !holdsThings() || isBounded(had)) {
            return;
        }
        var lead = joint - 1;
        while (words.isLink(lead) && !words.is(lead, Cue.WITH) && !words.is(lead, WordKind.GIVING)) {
            lead--;
        }
        if (words.is(lead, Cue.WITH) || words.is(lead, WordKind.GIVING) || words.is(lead, WordKind.BRINGING)) {
            findings.bounds.add(new Findings.Bound(had, Operator.GT, BigDecimal.ZERO, false, false, joint));
            findings.assumptions.add(Said.of(RouterSaying.ONLY_WITH_SOME).metric(had));
        }
    }

    // "campaigns that still spent money", "which had some spend": more than none
    private void someOfIt() {
        for (var use : List.copyOf(findings.metrics)) {
            var at = use.at();
            var money = words.is(at, WordKind.PAYING) && words.is(at + 1, WordKind.MONEY) && sentence.isFree(at + 1);
            var verb = money ? at : havingBefore(at);
            var who = words.is(verb - 1, WordKind.STILL) ? verb - 2 : verb - 1;
            if (verb >= 0 && isRelative(who) && words.dimension(who - 1).isPresent() && !isBounded(use.metric())) {
                findings.bounds.add(new Findings.Bound(use.metric(), Operator.GT, BigDecimal.ZERO, false, false, at));
                findings.assumptions.add(Said.of(RouterSaying.ONLY_WITH_SOME).metric(use.metric()));
                IntStream.range(who + 1, money ? at + 2 : at)
                        .filter(sentence::isFree)
                        .forEach(i -> sentence.claim(i, "filter", ">"));
            }
        }
    }

    // The verb of "had some spend", "had any of the clicks"; -1 if there is none.
    private int havingBefore(int figure) {
        if (!words.is(figure - 1, WordKind.SOME)) {
            return -1;
        }
        return IntStream.of(figure - 2, words.skipLinksBack(figure - 1))
                .filter(this::isHaving)
                .findFirst()
                .orElse(-1);
    }

    private boolean isHaving(int i) {
        return words.is(i, WordKind.BEARING) || words.is(i, WordKind.BRINGING) || words.is(i, WordKind.GIVING);
    }

    private boolean isRelative(int i) {
        return words.is(i, WordKind.RELATIVE) || words.is(i, WordKind.SUBJECT);
    }

    private boolean isBounded(MetricId metric) {
        return findings.bounds.stream().anyMatch(bound -> metric.equals(bound.metric()));
    }

    private boolean holdsThings() {
        return words.lexemes().stream()
                .anyMatch(word -> word.as(Meaning.Dimension.class).isPresent());
    }

    private @Nullable MetricId metricAt(int i) {
        return findings.metrics.stream()
                .filter(use -> use.at() == i)
                .map(Findings.MetricUse::metric)
                .findFirst()
                .orElse(null);
    }
}
