package io.asktrail.router.reading;

import io.asktrail.contracts.task.Comparison;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.stream.IntStream;

/** Reads growth and decline: how clicks changed, growth by state; and states that grew, which has to be asked back. */
final class GrowthWords {
    /** How many words further a bound still belongs to the growth. */
    private static final int NEAR = 4;

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private GrowthWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    static void read(Sentence sentence, Findings findings) {
        new GrowthWords(sentence, findings).growth();
    }

    // "drop orders" tells to leave something out; "orders drop" and "a drop in orders" tell of a change.
    private boolean isOrder(int i) {
        return words.is(i, Cue.EXCEPT)
                && !findings.isMetric(words.skipLinksBack(i))
                && !words.is(i + 1, WordKind.WITHIN);
    }

    // "the change between May and July" may be July against May, or all of it against the days before.
    private void fromEndToEnd() {
        findings.times.stream()
                .filter(mention -> mention.meaning().equals(findings.period))
                .filter(mention -> words.is(mention.from(), WordKind.OPEN_END))
                .findFirst()
                .ifPresent(mention -> findings.problems.add(new Problem.BadTime(
                        Said.of(RouterSaying.CHANGE_WITHIN).text(words.text(mention.from(), mention.to())))));
    }

    private void growth() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || !words.is(i, Cue.GROWTH) || isOrder(i)) {
                continue;
            }
            sentence.claim(i, "compare", "change");
            if (isShownByTheSeries(i)) {
                continue;
            }
            byHowMuch(i);
            if (findings.compared == null && findings.compareKind == null) {
                findings.compareKind = Comparison.Kind.PREVIOUS_PERIOD;
                fromEndToEnd();
            }
            if (isBound(i) || isFilter(i) || isRanked(i)) {
                notByGrowth(i);
            }
        }
    }

    // "how spend moved week by week since 1 September": the weeks show it, from the first to the last
    private boolean isShownByTheSeries(int i) {
        var verb = words.is(i, WordKind.CHANGE)
                && words.is(i, Cue.MOVED)
                && !words.is(i - 1, WordKind.ARTICLE)
                && !words.is(i + 1, WordKind.WITHIN);
        return verb
                && findings.grain != null
                && findings.compared == null
                && findings.compareKind == null
                && findings.bounds.isEmpty()
                && findings.rank == null
                && findings.times.stream()
                        .anyMatch(mention -> mention.meaning().equals(findings.period)
                                && words.is(mention.from(), WordKind.OPEN_END));
    }

    // "by how much did spend change against June": the change says how much
    private void byHowMuch(int i) {
        for (var at = 0; at < i; at++) {
            if (words.is(at, WordKind.BY) && words.is(at + 2, WordKind.MUCH) && sentence.isFree(at, at + 3)) {
                sentence.claim(at, at + 3, "compare", "change");
            }
        }
    }

    private void notByGrowth(int i) {
        findings.bounds.removeIf(bound -> isNear(bound, i));
        findings.problems.add(new Problem.ByGrowth(
                Said.of(RouterSaying.NOT_BY_GROWTH).text(words.at(i).text()), List.of()));
    }

    // "grew more than 20%", "growth above 10%"
    private boolean isBound(int i) {
        return findings.bounds.stream().anyMatch(bound -> isNear(bound, i));
    }

    private static boolean isNear(Findings.Bound bound, int i) {
        return bound.at() > i && bound.at() - i <= NEAR;
    }

    // "campaigns that dropped", "which states grew", "declining campaigns", "campaigns with falling ROAS"
    private boolean isFilter(int i) {
        return !words.is(i, WordKind.CHANGE)
                && findings.groups.stream()
                        .anyMatch(group -> isSaidOf(group, i) || group.at() == i + 1 && words.is(i, WordKind.MOVING));
    }

    private boolean isSaidOf(Findings.Group group, int i) {
        var asked = words.is(words.skipLinksBackTo(group.at(), Cue.WHICH), Cue.WHICH);
        return group.at() < i
                ? (asked && group.at() + 1 == i)
                        || IntStream.range(group.at() + 1, i).anyMatch(between -> words.is(between, WordKind.RELATIVE))
                : asked;
    }

    // "top 5 states by sales growth"; in "top 5 states by sales with their growth" sales rank
    private boolean isRanked(int i) {
        return findings.rank != null
                && findings.rankAt >= 0
                && findings.rankAt < i
                && IntStream.range(findings.rankAt, i)
                        .noneMatch(between -> words.isAny(between, Cue.WITH, Cue.AND, Cue.COMMA));
    }
}
