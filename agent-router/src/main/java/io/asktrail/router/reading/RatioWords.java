package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Unit;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads two figures of which one is held against the other as the figure that divides them: "what did we pay per click",
 * "which keywords cost more than ₹45 a click", "spend as a proportion of net sales", "what part of gross sales did we
 * refund". Only where exactly one figure's formula is that division; otherwise the words are left to be asked back.
 */
final class RatioWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;
    private final Access access;

    private RatioWords(Sentence sentence, Findings findings, Access access) {
        this.sentence = sentence;
        this.findings = findings;
        this.access = access;
        words = sentence.words();
    }

    /** Called when figures have been read, and before their bounds are. */
    static void read(Sentence sentence, Findings findings, Access access) {
        var reader = new RatioWords(sentence, findings, access);
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i)) {
                reader.each(i);
            }
            if (sentence.isFree(i) && sentence.words().is(i, Cue.SHARE)) {
                reader.shareOf(i);
            }
        }
    }

    // "pay per conversion", "cost more than ₹45 a click", "more than 20 clicks an order"
    private void each(int per) {
        var wholeAt = wholeAt(per);
        var whole = metricAt(wholeAt);
        if (whole.isEmpty() || !(words.is(per, Cue.PER) || words.is(per, WordKind.ONE_OF))) {
            return;
        }
        var at = per - 1;
        while (isMeasure(at) || words.isLink(at)) {
            at--;
        }
        var bounded = at < per - 1
                ? words.quantity(per - 1).isPresent()
                : metricAt(at).isPresent() && words.quantity(at - 1).isPresent();
        // An article alone divides nothing: "clicks, a refund".
        if (words.is(per, Cue.PER) || bounded) {
            divide(at, partAt(at, whole.get()), per, wholeAt, whole.get());
        }
        if (bounded && sentence.isFree(per)) {
            metricAt(at)
                    .ifPresent(part -> findings.problems.add(new Problem.Other(
                            Said.of(RouterSaying.NO_RATIO).metric(part).metric(whole.get()))));
        }
    }

    // "per click", "per rupee of ad spend"
    private int wholeAt(int per) {
        var at = words.is(per + 1, Cue.RUPEES) ? words.skipLinks(per + 2) : per + 1;
        return at > per + 1
                        && metricAt(at)
                                .filter(metric ->
                                        sentence.registry().metric(metric).unit() instanceof Unit.Money)
                                .isEmpty()
                ? per + 1
                : at;
    }

    private Optional<MetricId> partAt(int at, MetricId whole) {
        return isSpent(whole) ? partByAds(at) : figureAt(at).or(() -> cost(at, whole));
    }

    // "costing over 40 per click": what is paid for it, if that is one figure
    private Optional<MetricId> cost(int at, MetricId whole) {
        if (!words.is(at, WordKind.COSTING)) {
            return Optional.empty();
        }
        var paid = sentence.registry().metrics().values().stream()
                .filter(metric -> metric.unit() instanceof Unit.Money && metric.good() != GoodDirection.UP)
                .filter(metric -> sentence.ads().isAnyOfAds(List.of(metric.id())))
                .map(MetricDefinition::id)
                .filter(metric -> ratio(metric, whole).isPresent())
                .toList();
        return paid.size() == 1 ? Optional.of(paid.getFirst()) : Optional.empty();
    }

    private boolean isSpent(MetricId whole) {
        return sentence.registry().metric(whole).unit() instanceof Unit.Money
                && sentence.ads().isAnyOfAds(List.of(whole));
    }

    // "revenue for each rupee of ad spend" is what ads are credited with, where "net sales" are all of them.
    private Optional<MetricId> partByAds(int at) {
        return figureAt(at)
                .map(part -> words.is(at, WordKind.PLAIN_SALES)
                        ? sentence.ads().credited(part).orElse(part)
                        : part);
    }

    private boolean isMeasure(int i) {
        return words.isAny(i, Cue.MORE, Cue.LESS, Cue.AT_LEAST, Cue.AT_MOST, Cue.EQUAL)
                || words.quantity(i).isPresent();
    }

    // "spend as a proportion of net sales", "what share of orders was cancelled"
    private void shareOf(int share) {
        var at = words.skipLinks(share + 1);
        var whole = metricAt(at);
        if (whole.isEmpty() || ofThingsInIt(share, at, whole.get())) {
            return;
        }
        var before = words.skipLinksBack(share);
        if (before < share - 1 && figureAt(before).isPresent()) {
            divide(before, figureAt(before), share, at, whole.get());
        } else {
            // "what share of orders ended up cancelled"
            var next = words.skipLinks(at + 1);
            var behind = words.is(next, WordKind.STAYING) ? words.skipLinks(next + 1) : next;
            divide(behind, figureAt(behind), share, at, whole.get());
            // "what share of net sales did ad spend eat up": the verb says no more
            var verb = words.skipLinks(behind + 1);
            if (!sentence.isFree(share) && sentence.isFree(verb) && words.is(verb, WordKind.USING_UP)) {
                sentence.claim(verb, "metric", metricAt(behind).orElseThrow().value());
            }
        }
    }

    // "what percentage of orders got cancelled": the name of the part begins with that of the whole.
    private boolean ofThingsInIt(int share, int at, MetricId part) {
        var ratio = sentence.registry().metric(part).happensTo().stream()
                .filter(things -> sentence.registry()
                        .metric(things)
                        .names()
                        .all()
                        .anyMatch(name -> words.at(at).key().startsWith(Tokenizer.key(name) + " ")))
                .flatMap(things -> ratio(part, things).stream())
                .findFirst();
        ratio.ifPresent(found -> {
            findings.metrics.removeIf(use -> use.at() == at);
            findings.metrics.add(new Findings.MetricUse(found, at));
            sentence.claim(share, "metric", found.value());
            sentence.claim(at, "metric", found.value());
        });
        return ratio.isPresent();
    }

    /** The division stands where the divided figure stood, so that a bound or a rank beside that is its own. */
    private void divide(int at, Optional<MetricId> part, int joint, int wholeAt, MetricId whole) {
        var ratio = part.flatMap(divided -> ratio(divided, whole)).orElse(null);
        if (ratio == null) {
            return;
        }
        if (words.is(at, WordKind.PLAIN_SALES)
                && sentence.ads().credited(part.orElseThrow()).isEmpty()) {
            findings.assumptions.add(
                    Said.of(RouterSaying.SALES_OF_ADS).text(words.at(at).text()));
        }
        findings.metrics.removeIf(use -> use.at() == at || use.at() == wholeAt);
        findings.metrics.add(new Findings.MetricUse(ratio, at));
        for (var i : List.of(at, wholeAt)) {
            sentence.claim(i, "metric", ratio.value());
        }
        // "per", or "per rupee of"
        var end = joint < wholeAt && words.is(joint + 1, Cue.RUPEES) ? joint + 2 : joint + 1;
        sentence.claim(joint, end, "metric", ratio.value());
    }

    private Optional<MetricId> metricAt(int i) {
        return findings.metrics.stream()
                .filter(use -> use.at() == i)
                .map(Findings.MetricUse::metric)
                .findFirst();
    }

    // A figure by its name, or by what is done.
    private Optional<MetricId> figureAt(int i) {
        if (!words.has(i)) {
            return Optional.empty();
        }
        return metricAt(i)
                .or(() -> words.at(i)
                        .all(Meaning.Deed.class)
                        .map(Meaning.Deed::of)
                        .findFirst());
    }

    private Optional<MetricId> ratio(MetricId part, MetricId whole) {
        var found = sentence.registry().metrics().values().stream()
                .filter(metric -> access.metrics().contains(metric.id()))
                .filter(metric -> isRatio(metric, part, whole))
                .map(MetricDefinition::id)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private boolean isRatio(MetricDefinition metric, MetricId part, MetricId whole) {
        return metric.derivation() instanceof Derivation.Ratio(Formula.Operation(var operator, var above, var below))
                && operator == Formula.Operator.DIVIDE
                && isFirstOf(above, part)
                && (below.equals(new Formula.Reference(whole)) || isWithItsPart(below, part, whole));
    }

    // The figure itself, or one that is this figure wherever there is one.
    private boolean isFirstOf(Formula above, MetricId part) {
        return above.equals(new Formula.Reference(part))
                || above instanceof Formula.Reference(var standIn)
                        && sentence.registry().metric(standIn).derivation()
                                instanceof Derivation.FirstAvailable(var candidates)
                        && candidates.getFirst().equals(part);
    }

    // "orders + cancelled orders": the whole that the part is taken out of
    private static boolean isWithItsPart(Formula below, MetricId part, MetricId whole) {
        return below instanceof Formula.Operation(var operator, var _, var _)
                && operator == Formula.Operator.PLUS
                && !part.equals(whole)
                && below.references().equals(Set.of(part, whole));
    }
}
