package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Unit;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds names of figures that only say what another figure is of: a customer's lifetime value is one figure, and "how
 * do FBA and Easy Ship orders compare on refund rate" asks for the rate alone.
 */
final class NounWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private NounWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when figures have been read. */
    static void read(Sentence sentence, Findings findings) {
        var reader = new NounWords(sentence, findings);
        for (var use : List.copyOf(findings.metrics)) {
            if (reader.isCountedIn(use) || reader.isCompared(use) || reader.isRecipient(use)) {
                findings.metrics.remove(use);
                sentence.claim(use.at(), "metric", use.metric().value());
            }
        }
    }

    // "the lifetime value of a customer": what a ratio divides by
    private boolean isCountedIn(Findings.MetricUse use) {
        var article = words.is(use.at() - 1, WordKind.ARTICLE) ? use.at() - 1 : use.at();
        return words.is(article - 1, WordKind.OF)
                && findings.metrics.stream()
                        .filter(ratio -> ratio.at() == article - 2)
                        .anyMatch(ratio -> divides(ratio.metric(), use.metric()));
    }

    private boolean divides(MetricId ratio, MetricId whole) {
        return sentence.registry().metric(ratio).derivation()
                        instanceof Derivation.Ratio(Formula.Operation(var _, var _, Formula.Reference(var bottom)))
                && (bottom.equals(whole) || isCountedAlike(bottom, whole));
    }

    // The customers of all time and those of a period are counted alike.
    private boolean isCountedAlike(MetricId a, MetricId b) {
        return sentence.registry().metric(a).derivation() instanceof Derivation.Measured(var ofA, var _)
                && sentence.registry().metric(b).derivation() instanceof Derivation.Measured(var ofB, var _)
                && ofA.equals(ofB);
    }

    // "refunds to customers": who gets money is no second figure
    private boolean isRecipient(Findings.MetricUse use) {
        var article = words.is(use.at() - 1, WordKind.ARTICLE) ? use.at() - 1 : use.at();
        var counts = sentence.registry().dimensions().keySet().stream()
                .anyMatch(dimension -> sentence.kinds().splits(dimension, use.metric()));
        return counts
                && words.is(article - 1, WordKind.TO)
                && findings.metrics.stream()
                        .anyMatch(paid -> paid.at() == article - 2
                                && sentence.registry().metric(paid.metric()).unit() instanceof Unit.Money);
    }

    // "how do COD orders and card orders compare on AOV": the things that are held against each other by a figure
    private boolean isCompared(Findings.MetricUse use) {
        var compare = IntStream.range(use.at(), words.size())
                .filter(i -> words.is(i, Cue.COMPARE))
                .findFirst();
        return compare.isPresent()
                && !words.values(use.at() - 1).isEmpty()
                && words.is(compare.getAsInt() + 1, WordKind.ON_FIGURE)
                && findings.metrics.stream()
                        .anyMatch(other -> other.at() > compare.getAsInt()
                                && !other.metric().equals(use.metric()));
    }
}
