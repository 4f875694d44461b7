package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the names of metrics, and what "sales" means next to ad words. */
final class MetricWords {
    /** Words about selling that mean the attributed figure next to words about ads. */
    private static final Map<MetricId, MetricId> BY_ADS = Map.of(
            new MetricId("net_sales"), new MetricId("attributed_sales"),
            new MetricId("gross_sales"), new MetricId("attributed_sales"),
            new MetricId("orders"), new MetricId("attributed_orders"),
            new MetricId("units"), new MetricId("attributed_units"));

    private static final DimensionId CUSTOMER_TYPE = new DimensionId("customer_type");
    private static final MetricId CUSTOMERS = new MetricId("customers");
    private static final MetricId ORDERS = new MetricId("orders");

    /** What only an ad can have. */
    private static final Set<MetricId> CLICKED =
            Set.of(new MetricId("clicks"), new MetricId("impressions"), new MetricId("ctr"), new MetricId("cpc"));

    private static final MetricId NET_SALES = new MetricId("net_sales");
    private static final MetricId SHARE_OF_ADS = new MetricId("ad_sales_share");
    private static final Set<String> PLAIN_SALES = Set.of("sales", "sale", "revenue", "बिक्री", "bikri", "सेल्स");

    /** Dimensions that only ads have: their presence makes "sales" the attributed ones. */
    private static final Set<DimensionId> OF_ADS = Set.copyOf(List.of(
                    "channel",
                    "campaign",
                    "campaign_status",
                    "ad_group",
                    "keyword",
                    "search_term",
                    "match_type",
                    "placement")
            .stream()
            .map(DimensionId::new)
            .toList());

    private static final Set<DimensionId> ADS_ALONE = Set.of(
            new DimensionId("ad_group"),
            new DimensionId("keyword"),
            new DimensionId("search_term"),
            new DimensionId("match_type"),
            new DimensionId("placement"));

    /** What things do, and are ranked by. */
    private static final Set<String> VERBS = Set.of("convert", "converts", "converting");

    private static final Set<Cue> RANKS = Set.of(Cue.BEST, Cue.WORST, Cue.TOP, Cue.BOTTOM, Cue.HIGHEST, Cue.LOWEST);

    private MetricWords() {}

    /** Whether only ads have this dimension. */
    static boolean isOfAds(DimensionId dimension) {
        return OF_ADS.contains(dimension);
    }

    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || (VERBS.contains(words.at(i).key()) && !isRanked(sentence))) {
                continue;
            }
            var found = words.metrics(i);
            if (isOwner(words, i)) {
                sentence.claim(i, "dimension", CUSTOMER_TYPE.value());
                continue;
            }
            if (found.size() == 1) {
                findings.metrics.add(new Findings.MetricUse(found.getFirst(), i));
                sentence.claim(i, "metric", found.getFirst().value());
            } else if (found.size() > 1) {
                findings.problems.add(new Problem.WhichMetric(
                        "'%s' may mean several figures: which one?"
                                .formatted(words.at(i).text()),
                        found));
                findings.metrics.add(new Findings.MetricUse(found.getFirst(), i));
                sentence.claim(i, "metric", "ambiguous");
            }
            words.at(i)
                    .as(Meaning.HiddenMetric.class)
                    .filter(_ -> found.isEmpty())
                    .ifPresent(hidden -> findings.problems.add(
                            new Problem.OffTopic("You may not see %s: ask an administrator for the right."
                                    .formatted(sentence.registry()
                                            .metric(hidden.id())
                                            .names()
                                            .english()))));
        }
    }

    // "new vs returning customers' orders": whose orders they are
    private static boolean isOwner(Words words, int i) {
        return words.metrics(i).contains(CUSTOMERS)
                && !words.metrics(i + 1).isEmpty()
                && (words.dimension(i - 1).filter(CUSTOMER_TYPE::equals).isPresent()
                        || words.values(i - 1).stream()
                                .anyMatch(value -> value.dimension().equals(CUSTOMER_TYPE)));
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
        var ads = findings.groups.stream().anyMatch(group -> OF_ADS.contains(group.dimension()))
                || findings.leftOut.stream().anyMatch(out -> OF_ADS.contains(out.dimension()));
        for (var n = 0; n < findings.metrics.size(); n++) {
            var use = findings.metrics.get(n);
            if (use.metric().equals(NET_SALES)
                    && PLAIN_SALES.contains(sentence.words().at(use.at()).key())) {
                plainSales(sentence, findings, n, ads || besideAds(findings, n));
            }
        }
    }

    // Orders have no keyword: by keyword, "orders" are those that ads are credited with.
    private static void ofKeywords(Sentence sentence, Findings findings) {
        var onlyAds = findings.groups.stream().anyMatch(group -> ADS_ALONE.contains(group.dimension()))
                || findings.kept.stream().anyMatch(kept -> ADS_ALONE.contains(kept.dimension()));
        for (var n = 0; onlyAds && n < findings.metrics.size(); n++) {
            var use = findings.metrics.get(n);
            var byAds = BY_ADS.get(use.metric());
            if (byAds == null
                    || use.metric().equals(NET_SALES)
                    || sentence.registry().findMetric(byAds).isEmpty()
                    || sentence.words().at(use.at()).key().contains("gross")) {
                continue;
            }
            findings.metrics.set(n, new Findings.MetricUse(byAds, use.at()));
            findings.bounds.replaceAll(bound -> use.metric().equals(bound.metric())
                    ? new Findings.Bound(byAds, bound.op(), bound.number(), bound.percent(), bound.money(), bound.at())
                    : bound);
            if (findings.rank != null && use.metric().equals(findings.rank.metric())) {
                findings.rank = new Findings.Rank(findings.rank.kind(), byAds, findings.rank.limit());
            }
            findings.assumptions.add(
                    "'%s' are those that Amazon attributes to ads: only ads have what they are split by."
                            .formatted(sentence.words().at(use.at()).text()));
        }
    }

    // "campaigns with 1,000 clicks and no order": all orders of a campaign, or those that Amazon credits it with?
    private static void whoseOrders(Sentence sentence, Findings findings) {
        var byCampaign = findings.groups.stream().anyMatch(group -> isOfAds(group.dimension()));
        var bounded = findings.bounds.stream().anyMatch(bound -> ORDERS.equals(bound.metric()));
        var clicked = findings.metricIds().stream().anyMatch(CLICKED::contains);
        var byAds = BY_ADS.get(ORDERS);
        if (byCampaign
                && bounded
                && clicked
                && byAds != null
                && sentence.registry().findMetric(byAds).isPresent()) {
            findings.problems.add(new Problem.WhichMetric(
                    "All orders that came through the campaign, or those that Amazon attributes to ads?",
                    List.of(ORDERS, byAds)));
        }
    }

    // "the contribution of SB to spend" is a share, not the figure of that name.
    private static void shareAsContribution(Sentence sentence, Findings findings) {
        var words = sentence.words();
        var named = findings.metrics.stream()
                .anyMatch(use -> words.at(use.at()).key().equals("contribution"));
        var towards = IntStream.range(0, words.size())
                .anyMatch(i -> words.at(i).key().equals("to")
                        && sentence.isFree(i)
                        && findings.metrics.stream().anyMatch(use -> use.at() > i));
        if (named && towards) {
            findings.problems.add(
                    new Problem.Other("Is the share of a total meant, or the figure called contribution?"));
        }
    }

    // A value such as SB counts for the metric it stands behind, and for the only metric wherever it stands.
    private static boolean besideAds(Findings findings, int n) {
        var from = n == 0 ? 0 : findings.metrics.get(n).at();
        var to = n + 1 < findings.metrics.size() ? findings.metrics.get(n + 1).at() : Integer.MAX_VALUE;
        return findings.kept.stream()
                .filter(kept -> OF_ADS.contains(kept.dimension()))
                .anyMatch(kept -> kept.at() >= from && kept.at() < to);
    }

    private static void plainSales(Sentence sentence, Findings findings, int n, boolean ads) {
        var use = findings.metrics.get(n);
        var adSales = BY_ADS.get(NET_SALES);
        if (ads && adSales != null && sentence.registry().findMetric(adSales).isPresent()) {
            findings.metrics.set(n, new Findings.MetricUse(adSales, use.at()));
            sentence.claim(use.at(), "metric", adSales.value());
            boundAndRankedBy(findings, use.metric(), adSales);
            findings.assumptions.add("Next to ad words, '%s' means the sales that Amazon attributes to ads."
                    .formatted(sentence.words().at(use.at()).text()));
        } else {
            findings.assumptions.add("'%s' means net sales: gross sales less refunds."
                    .formatted(sentence.words().at(use.at()).text()));
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
        if (share < 0
                || fromAds < 0
                || !findings.metricIds().equals(List.of(NET_SALES))
                || sentence.registry().findMetric(SHARE_OF_ADS).isEmpty()) {
            return;
        }
        findings.metrics.clear();
        findings.metrics.add(new Findings.MetricUse(SHARE_OF_ADS, share));
        for (var i : List.of(share, fromAds)) {
            sentence.claim(i, "metric", SHARE_OF_ADS.value());
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
        if (!findings.metrics.stream().allMatch(use -> BY_ADS.containsKey(use.metric()))) {
            if (sentence.words().is(at, Cue.ADS)) {
                sentence.claim(at, "metric", "ads");
            }
            return;
        }
        var swapped = false;
        for (var n = 0; n < findings.metrics.size(); n++) {
            var use = findings.metrics.get(n);
            var byAds = BY_ADS.get(use.metric());
            if (byAds != null && sentence.registry().findMetric(byAds).isPresent()) {
                findings.metrics.set(n, new Findings.MetricUse(byAds, use.at()));
                sentence.claim(use.at(), "metric", byAds.value());
                findings.assumptions.add("'%s' of ads: as Amazon attributes them."
                        .formatted(sentence.words().at(use.at()).text()));
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
