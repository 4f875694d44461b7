package io.asktrail.router.reading;

import io.asktrail.contracts.task.Direction;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.Locale;

/** Reads what rows are put in order by, and from which end: "sorted by spend", "highest first", "worst first", "reverse it". */
final class SortWords {
    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private SortWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    /** Called when rankings have been read: an order of theirs is only turned round. */
    static void read(Sentence sentence, Findings findings) {
        new SortWords(sentence, findings).orders();
    }

    /** Whether a superlative and its figure only say what comes first: "highest gross profit first". */
    static boolean isFirst(Sentence sentence, Findings findings, int superlative) {
        var words = sentence.words();
        return words.isAny(superlative, Cue.HIGHEST, Cue.LOWEST, Cue.BEST, Cue.WORST)
                && findings.isMetric(superlative + 1)
                && words.is(superlative + 2, Cue.FIRST)
                && sentence.isFree(superlative + 2)
                && (!words.has(superlative + 3) || words.is(superlative + 3, Cue.COMMA));
    }

    /** Puts all rows in order by that figure. */
    static void firstBy(Sentence sentence, Findings findings, int superlative, Findings.Rank.Kind kind) {
        findings.metrics.stream()
                .filter(use -> use.at() == superlative + 1)
                .findFirst()
                .ifPresent(use -> findings.rank = new Findings.Rank(kind, use.metric(), null));
        findings.sorts = true;
        sentence.claim(superlative, "order", kind.name().toLowerCase(Locale.ROOT));
        sentence.claim(superlative + 2, "order", "first");
    }

    private void orders() {
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i)) {
                continue;
            }
            if (words.isAny(i, Cue.DESCENDING, Cue.ASCENDING)) {
                // Explanations and findings have an order of their own.
                if (findings.help != null || findings.diagnosis != null) {
                    continue;
                }
                findings.direction = words.is(i, Cue.ASCENDING) ? Direction.ASC : Direction.DESC;
                sentence.claim(i, "order", findings.direction.name().toLowerCase(Locale.ROOT));
                byFigureBeside(i);
            } else if (words.is(i, Cue.REVERSED) && findings.inConversation) {
                findings.reversed = true;
                claimRankWords();
                sentence.claim(i, "order", "reversed");
            } else if (words.isAny(i, Cue.BEST_FIRST, Cue.WORST_FIRST)) {
                fromOneEnd(i);
            } else if (words.is(i, Cue.RANK_WORD)) {
                sortedBy(i);
            }
        }
        rankedAnew();
        var unused = findings.direction != null && findings.rank == null;
        if (unused && !findings.metrics.isEmpty()) {
            // "categories by gross profit, highest first"
            var by = words.skipLinksBackTo(findings.metrics.getFirst().at(), Cue.BY);
            if (sentence.isFree(by) && words.is(by, Cue.BY)) {
                sentence.claim(by, "order", "by");
            }
            var metric = findings.metrics.getFirst().metric();
            findings.rank = new Findings.Rank(Findings.Rank.Kind.HIGHEST, metric, null);
        }
        priced();
    }

    // "now by AOV" after "top 5 cities by orders": the same ranking by another figure
    private void rankedAnew() {
        var before = findings.before;
        if (before == null
                || before.orderBy().isEmpty()
                || findings.rank != null
                || findings.metrics.size() != 1
                || !findings.groups.isEmpty()) {
            return;
        }
        var use = findings.metrics.getFirst();
        var field = before.orderBy().getFirst().field();
        if (!sentence.registry().isMetric(field) || !words.is(use.at() - 1, Cue.BY) || !sentence.isFree(use.at() - 1)) {
            return;
        }
        var sameWay = sentence.registry().metric(field.asMetric()).good() != GoodDirection.DOWN
                && sentence.registry().metric(use.metric()).good() != GoodDirection.DOWN;
        if (!sameWay) {
            findings.problems.add(
                    new Problem.WhichEnd(Said.of(RouterSaying.WHICH_END).metric(use.metric())));
        }
        var lowest = before.orderBy().getFirst().direction() == Direction.ASC;
        findings.rank = new Findings.Rank(
                lowest ? Findings.Rank.Kind.LOWEST : Findings.Rank.Kind.HIGHEST, use.metric(), before.limit());
        findings.rankedAnew = true;
        findings.follow = true;
        sentence.claim(use.at() - 1, "order", "by");
    }

    // "cheapest first" is told of prices; units have none.
    private void priced() {
        var metric = findings.rank == null ? null : findings.rank.metric();
        for (var i = 0; metric != null && i < sentence.size(); i++) {
            if (words.isAny(i, Cue.ASCENDING, Cue.DESCENDING)
                    && words.is(i, WordKind.PRICED)
                    && !(sentence.registry().metric(metric).derivation() instanceof Derivation.Ratio
                            && sentence.registry().metric(metric).unit() instanceof Unit.Money)) {
                findings.problems.add(new Problem.Other(
                        Said.of(RouterSaying.PRICE_OF_WHAT).text(words.at(i).text())));
            }
        }
    }

    // "ASP and units by product, units high to low": the figure that is named once more, or set apart for it
    private void byFigureBeside(int i) {
        var apart = words.isAny(i - 2, Cue.COMMA, Cue.DASH);
        findings.metrics.stream()
                .filter(use -> use.at() == i - 1 && findings.rank == null)
                .filter(use -> apart || isNamedBefore(use))
                .findFirst()
                .ifPresent(use -> {
                    findings.rank = new Findings.Rank(Findings.Rank.Kind.HIGHEST, use.metric(), null);
                    findings.sorts = true;
                });
    }

    private boolean isNamedBefore(Findings.MetricUse use) {
        return findings.metrics.stream()
                .anyMatch(other -> other.metric().equals(use.metric()) && other.at() < use.at());
    }

    // "sort it the other way round"
    private void claimRankWords() {
        for (var i = 0; i < sentence.size(); i++) {
            if (sentence.isFree(i) && words.is(i, Cue.RANK_WORD)) {
                sentence.claim(i, "order", "reversed");
            }
        }
    }

    // "rank the states on AOV"
    private boolean isRankedOn(int rank, int metric) {
        var article = words.is(metric - 1, WordKind.ARTICLE) ? metric - 2 : metric - 1;
        return article > rank && words.is(article, WordKind.ON_FIGURE);
    }

    // "worst first": which end that is depends on the figure
    private void fromOneEnd(int i) {
        var metrics = findings.metricIds();
        var before = findings.before;
        var metric = !metrics.isEmpty()
                ? metrics.getFirst()
                : before == null ? null : before.metrics().getFirst();
        if (metric == null) {
            return;
        }
        var kind = words.is(i, Cue.BEST_FIRST) ? Findings.Rank.Kind.BEST : Findings.Rank.Kind.WORST;
        var limit = findings.rank == null ? null : findings.rank.limit();
        findings.rank = new Findings.Rank(kind, findings.rank == null ? metric : findings.rank.metric(), limit);
        findings.sorts |= metrics.isEmpty();
        sentence.claim(i, "order", kind.name().toLowerCase(Locale.ROOT));
    }

    private void sortedBy(int i) {
        var at = words.skipLinks(words.is(i + 1, Cue.BY) ? i + 2 : i + 1);
        // "sort by spend", "rank brands by net sales"
        findings.metrics.stream()
                .filter(use -> use.at() == at || words.is(use.at() - 1, Cue.BY) || isRankedOn(i, use.at()))
                .findFirst()
                .ifPresent(use -> {
                    sentence.claim(i, "order", "by");
                    findings.sorts = true;
                    findings.rank = findings.rank == null
                            ? new Findings.Rank(Findings.Rank.Kind.HIGHEST, use.metric(), null)
                            : findings.rank;
                });
    }
}
