package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Meaning;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the names of metrics, and what "sales" means next to ad words. */
final class MetricWords {
    private static final Set<Cue> RANKS = Set.of(Cue.BEST, Cue.WORST, Cue.TOP, Cue.BOTTOM, Cue.HIGHEST, Cue.LOWEST);

    private MetricWords() {}

    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || (words.is(i, WordKind.CONVERTING) && !isRanked(sentence))) {
                continue;
            }
            var found = words.metrics(i);
            var kind = owners(sentence, i);
            if (kind.isPresent()) {
                sentence.claim(i, "dimension", kind.get().value());
                continue;
            }
            if (found.size() == 1 && costsIn(sentence, i)) {
                sentence.claim(i, "order", "by");
            } else if (found.size() == 1) {
                findings.metrics.add(new Findings.MetricUse(found.getFirst(), i));
                sentence.claim(i, "metric", found.getFirst().value());
            } else if (found.size() > 1) {
                findings.problems.add(new Problem.WhichMetric(
                        Said.of(RouterSaying.SEVERAL_FIGURES).text(words.at(i).text()), found));
                findings.metrics.add(new Findings.MetricUse(found.getFirst(), i));
                sentence.claim(i, "metric", "ambiguous");
            }
            words.at(i)
                    .as(Meaning.HiddenMetric.class)
                    .filter(_ -> found.isEmpty())
                    .ifPresent(hidden -> findings.problems.add(new Problem.OffTopic(
                            Said.of(RouterSaying.MAY_NOT_SEE).metric(hidden.id()))));
        }
    }

    // "which states cost us the most in refunds": what they cost is the refunds, and no figure of its own
    private static boolean costsIn(Sentence sentence, int i) {
        var words = sentence.words();
        var at = words.is(i, WordKind.COST) ? words.skipLinks(i + 1) : -1;
        at = words.is(at, WordKind.US) ? words.skipLinks(at + 1) : at;
        return words.isAny(at, Cue.HIGHEST, Cue.LOWEST)
                && words.is(at + 1, WordKind.WITHIN)
                && words.metrics(words.skipLinks(at + 1)).stream()
                        .map(sentence.registry()::metric)
                        .anyMatch(lost -> lost.good() == GoodDirection.DOWN && lost.unit() instanceof Unit.Money);
    }

    // "new vs returning customers' orders", "AOV of new vs returning customers": whose they are
    private static Optional<DimensionId> owners(Sentence sentence, int i) {
        var words = sentence.words();
        var of = words.is(i - 2, WordKind.OWNED) && !words.metrics(i - 3).isEmpty();
        if (words.metrics(i + 1).isEmpty() && !(of && words.dimension(i - 1).isPresent())) {
            return Optional.empty();
        }
        var before = Stream.concat(
                words.dimension(i - 1).stream(), words.values(i - 1).stream().map(NamedValue::dimension));
        return before.filter(dimension -> words.metrics(i).stream()
                        .anyMatch(whole -> sentence.kinds().splits(dimension, whole)))
                .findFirst();
    }

    // "which keywords convert best" asks for the rate; "how many clicks convert" does not.
    private static boolean isRanked(Sentence sentence) {
        return sentence.words().lexemes().stream()
                        .anyMatch(word -> RANKS.stream().anyMatch(word::is))
                && !sentence.words().hasCue(Cue.HOW_MANY);
    }

    /** Decides about words that depend on what stands beside them. Called when all names have been read. */
    static void settle(Sentence sentence, Findings findings) {
        shareOfAds(sentence, findings);
        fromAds(sentence, findings);
        ofKeywords(sentence, findings);
        whoseOrders(sentence, findings);
        shareAsContribution(sentence, findings);
        var ads = findings.groups.stream().anyMatch(group -> sentence.ads().isOfAds(group.dimension()))
                || findings.leftOut.stream().anyMatch(out -> sentence.ads().isOfAds(out.dimension()));
        for (var n = 0; n < findings.metrics.size(); n++) {
            if (sentence.words().is(findings.metrics.get(n).at(), WordKind.PLAIN_SALES)) {
                plainSales(sentence, findings, n, ads || besideAds(sentence, findings, n));
            }
        }
    }

    // Orders have no keyword: by keyword, "orders" are those that ads are credited with.
    private static void ofKeywords(Sentence sentence, Findings findings) {
        var onlyAds = findings.groups.stream().anyMatch(group -> sentence.ads().isAdsAlone(group.dimension()))
                || findings.kept.stream().anyMatch(kept -> sentence.ads().isAdsAlone(kept.dimension()));
        for (var n = 0; onlyAds && n < findings.metrics.size(); n++) {
            var use = findings.metrics.get(n);
            var byAds = sentence.ads().credited(use.metric()).orElse(null);
            if (byAds == null || !isCount(sentence, use.metric())) {
                continue;
            }
            findings.metrics.set(n, new Findings.MetricUse(byAds, use.at()));
            findings.bounds.replaceAll(bound -> use.metric().equals(bound.metric())
                    ? new Findings.Bound(byAds, bound.op(), bound.number(), bound.percent(), bound.money(), bound.at())
                    : bound);
            if (findings.rank != null && use.metric().equals(findings.rank.metric())) {
                findings.rank = new Findings.Rank(findings.rank.kind(), byAds, findings.rank.limit());
            }
            findings.assumptions.add(Said.of(RouterSaying.ONLY_OF_ADS)
                    .text(sentence.words().at(use.at()).text()));
        }
    }

    // "campaigns with 1,000 clicks and no order": all orders of a campaign, or those that Amazon credits it with?
    private static void whoseOrders(Sentence sentence, Findings findings) {
        if (findings.groups.stream().noneMatch(group -> sentence.ads().isOfAds(group.dimension()))) {
            return;
        }
        findings.bounds.stream()
                .map(Findings.Bound::metric)
                .filter(Objects::nonNull)
                .filter(metric -> isCount(sentence, metric))
                .forEach(metric -> sentence.ads()
                        .credited(metric)
                        .filter(byAds -> findings.metricIds().stream()
                                .anyMatch(step -> sentence.ads().leadsTo(byAds, step)))
                        .ifPresent(byAds -> findings.problems.add(new Problem.WhichMetric(
                                Said.of(RouterSaying.WHOSE_ORDERS).metric(metric), List.of(metric, byAds)))));
    }

    private static boolean isCount(Sentence sentence, MetricId metric) {
        return sentence.registry().metric(metric).unit() instanceof Unit.Count;
    }

    // "the contribution of SB to spend" is a share, not the figure of that name.
    private static void shareAsContribution(Sentence sentence, Findings findings) {
        var words = sentence.words();
        var named = findings.metrics.stream().anyMatch(use -> words.is(use.at(), WordKind.SHARE_TOO));
        var towards = IntStream.range(0, words.size())
                .anyMatch(i -> words.is(i, WordKind.TO)
                        && sentence.isFree(i)
                        && findings.metrics.stream().anyMatch(use -> use.at() > i));
        if (named && towards) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.SHARE_OR_CONTRIBUTION)));
        }
    }

    // A value such as SB counts for the metric it stands behind, and for the only metric wherever it stands.
    private static boolean besideAds(Sentence sentence, Findings findings, int n) {
        var from = n == 0 ? 0 : findings.metrics.get(n).at();
        var to = n + 1 < findings.metrics.size() ? findings.metrics.get(n + 1).at() : Integer.MAX_VALUE;
        return findings.kept.stream()
                .filter(kept -> sentence.ads().isOfAds(kept.dimension()))
                .anyMatch(kept -> kept.at() >= from && kept.at() < to);
    }

    private static void plainSales(Sentence sentence, Findings findings, int n, boolean ads) {
        var use = findings.metrics.get(n);
        var adSales = sentence.ads().credited(use.metric()).orElse(null);
        if (adSales == null) {
            return;
        }
        if (ads) {
            findings.metrics.set(n, new Findings.MetricUse(adSales, use.at()));
            sentence.claim(use.at(), "metric", adSales.value());
            boundAndRankedBy(findings, use.metric(), adSales);
            findings.assumptions.add(Said.of(RouterSaying.SALES_OF_ADS)
                    .text(sentence.words().at(use.at()).text()));
        } else {
            findings.assumptions.add(Said.of(RouterSaying.NET_SALES)
                    .text(sentence.words().at(use.at()).text()));
        }
    }

    // What is bounded and ranked by is the figure that is shown.
    private static void boundAndRankedBy(Findings findings, MetricId before, MetricId now) {
        if (findings.metricIds().contains(before)) {
            return;
        }
        findings.bounds.replaceAll(bound -> before.equals(bound.metric())
                ? new Findings.Bound(now, bound.op(), bound.number(), bound.percent(), bound.money(), bound.at())
                : bound);
        if (findings.rank != null && before.equals(findings.rank.metric())) {
            findings.rank = new Findings.Rank(findings.rank.kind(), now, findings.rank.limit());
        }
    }

    private static void shareOfAds(Sentence sentence, Findings findings) {
        var words = sentence.words();
        var share = first(sentence, Cue.SHARE);
        var fromAds = first(sentence, Cue.FROM_ADS);
        if (share < 0 || fromAds < 0 || findings.metricIds().size() != 1) {
            return;
        }
        var ofAds = sentence.ads().shareOfAds(findings.metricIds().getFirst()).orElse(null);
        if (ofAds == null) {
            return;
        }
        findings.metrics.clear();
        findings.metrics.add(new Findings.MetricUse(ofAds, share));
        for (var i : List.of(share, fromAds)) {
            sentence.claim(i, "metric", ofAds.value());
        }
        if (words.isAny(share, Cue.HOW_MANY)) {
            findings.countOf = null;
        }
    }

    private static void fromAds(Sentence sentence, Findings findings) {
        var at = first(sentence, Cue.FROM_ADS);
        at = at < 0 ? first(sentence, Cue.ADS) : at;
        if (at < 0) {
            return;
        }
        // "spend on ads and net sales": the ads belong to the spend.
        if (!findings.metrics.stream()
                .allMatch(use -> sentence.ads().credited(use.metric()).isPresent())) {
            if (sentence.words().is(at, Cue.ADS)) {
                sentence.claim(at, "metric", "ads");
            }
            return;
        }
        var swapped = false;
        for (var n = 0; n < findings.metrics.size(); n++) {
            var use = findings.metrics.get(n);
            var byAds = sentence.ads().credited(use.metric()).orElse(null);
            if (byAds != null) {
                findings.metrics.set(n, new Findings.MetricUse(byAds, use.at()));
                sentence.claim(use.at(), "metric", byAds.value());
                findings.assumptions.add(Said.of(RouterSaying.AS_ATTRIBUTED)
                        .text(sentence.words().at(use.at()).text()));
                swapped = true;
            }
        }
        if (swapped || sentence.words().is(at, Cue.ADS)) {
            sentence.claim(at, "metric", "ads");
        }
    }

    private static int first(Sentence sentence, Cue cue) {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && sentence.words().is(i, cue)) {
                return i;
            }
        }
        return -1;
    }
}
