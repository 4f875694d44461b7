package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.registry.Unit;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rankings: top 5, three cities with the lowest AOV, best 10 by CPC; {@link SortWords} reads orders without a rank. */
final class RankWords {
    private static final Map<Cue, Findings.Rank.Kind> KINDS = Map.of(
            Cue.TOP, Findings.Rank.Kind.TOP,
            Cue.BOTTOM, Findings.Rank.Kind.BOTTOM,
            Cue.BEST, Findings.Rank.Kind.BEST,
            Cue.WORST, Findings.Rank.Kind.WORST,
            Cue.HIGHEST, Findings.Rank.Kind.HIGHEST,
            Cue.LOWEST, Findings.Rank.Kind.LOWEST);

    private final Sentence sentence;
    private final Words words;
    private final Findings findings;

    private RankWords(Sentence sentence, Findings findings) {
        this.sentence = sentence;
        this.findings = findings;
        words = sentence.words();
    }

    static void read(Sentence sentence, Findings findings) {
        var reader = new RankWords(sentence, findings);
        reader.ranks();
        SortWords.read(sentence, findings);
        reader.otherNumber();
        reader.ofNothing();
    }

    // "the lowest account health": a health check looks at everything, and puts nothing in order
    private void ofNothing() {
        if (findings.diagnosis == Diagnosis.Kind.HEALTH && findings.rank != null) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.RANK_WHAT)));
        }
    }

    // "make it 20" after a ranking of ten
    private void otherNumber() {
        for (var i = 0; findings.inConversation && findings.rank == null && i < sentence.size(); i++) {
            var changed = words.is(i - 1, WordKind.OTHER_NUMBER) && words.skipLinks(i + 1) == words.size();
            if (isCount(i) && (changed || isOnlyNumber())) {
                findings.limit = take(i);
            }
        }
    }

    // "5 is enough", which leaves "5", behind the first ten
    private boolean isOnlyNumber() {
        return words.size() == 1 && !findings.asked && findings.before != null && findings.before.limit() != null;
    }

    private void ranks() {
        for (var i = 0; i < sentence.size(); i++) {
            var kind = kind(i);
            var first = findings.rank == null && SortWords.isFirst(sentence, findings, i);
            if (sentence.isFree(i) && kind != null && first) {
                SortWords.firstBy(sentence, findings, i, kind);
            } else if (sentence.isFree(i) && kind != null && findings.rank == null) {
                sentence.claim(i, "order", kind.name().toLowerCase(Locale.ROOT));
                findings.rank = new Findings.Rank(kind, metric(i, kind), limit(i));
                findings.rankAt = i;
                cheapest(i);
            } else if (sentence.isFree(i) && kind != null) {
                superlativeOfTop(i, kind);
            }
            // "top 5 best-selling brands by units"
            if (sentence.isFree(i)
                    && kind != null
                    && words.is(i, Cue.BEST_SELLING)
                    && findings.rank != null
                    && findings.rank.kind() == Findings.Rank.Kind.TOP) {
                sentence.claim(i, "order", "top");
            }
        }
    }

    // "top 5 cities with the lowest orders": the five come first by the superlative.
    private void superlativeOfTop(int i, Findings.Rank.Kind kind) {
        moreOfThem(i, kind);
        var top = findings.rank != null && findings.rank.kind() == Findings.Rank.Kind.TOP ? findings.rank : null;
        var behind = words.skipLinks(i + 1);
        var by = findings.metrics.stream().anyMatch(use -> words.is(use.at() - 1, Cue.BY));
        if (top == null || by || kind == Findings.Rank.Kind.TOP || kind == Findings.Rank.Kind.BOTTOM) {
            return;
        }
        findings.metrics.stream().filter(use -> use.at() == behind).findFirst().ifPresent(use -> {
            findings.rank = new Findings.Rank(kind, use.metric(), top.limit());
            sentence.claim(i, "order", kind.name().toLowerCase(Locale.ROOT));
        });
    }

    // "which keywords bring the most orders? top 5": the number comes behind.
    private void moreOfThem(int i, Findings.Rank.Kind kind) {
        var rank = findings.rank;
        var named = findings.metrics.stream().anyMatch(use -> use.at() > i)
                || findings.groups.stream().anyMatch(group -> group.at() > i);
        if (rank != null
                && kind == Findings.Rank.Kind.TOP
                && rank.kind() != Findings.Rank.Kind.TOP
                && rank.kind() != Findings.Rank.Kind.BOTTOM
                && !named
                && isCount(i + 1)) {
            findings.rank = new Findings.Rank(rank.kind(), rank.metric(), take(i + 1));
            sentence.claim(i, "order", "top");
        }
    }

    // "cheapest clicks" are no fewest clicks.
    private void cheapest(int i) {
        var metric = findings.rank == null ? null : findings.rank.metric();
        if (words.is(i, WordKind.PRICED)
                && metric != null
                && !(sentence.registry().metric(metric).unit() instanceof Unit.Money)) {
            findings.problems.add(new Problem.Other(
                    Said.of(RouterSaying.PRICE_OF_WHAT).text(words.at(i).text())));
        }
    }

    private Findings.Rank.@Nullable Kind kind(int i) {
        for (var kind : KINDS.entrySet()) {
            if (words.is(i, kind.getKey())) {
                return kind.getValue();
            }
        }
        // "sold the most units", "best-selling SKU by units"; alone it does not say by what
        var most = words.is(i, WordKind.SOLD_MOST) && findings.isMetric(i + 1);
        return most || words.is(i, Cue.BEST_SELLING) && isRankedBy(i) ? Findings.Rank.Kind.HIGHEST : null;
    }

    private boolean isRankedBy(int i) {
        return findings.metrics.stream()
                .anyMatch(use -> use.at() > i && words.is(words.skipLinksBackTo(use.at(), Cue.BY), Cue.BY));
    }

    /** "the top 5", "5 best", "three cities with the lowest AOV", "wale 5 states". */
    private @Nullable Integer limit(int rank) {
        for (var at : List.of(rank + 1, rank - 1)) {
            // "top one campaign": right behind the word even a "one" counts.
            var counts = at == rank + 1 && words.whole(at).isPresent() && sentence.isFree(at);
            if (isCount(at) || (counts && words.whole(at).getAsInt() > 0)) {
                return take(at);
            }
        }
        // "the single best category"
        if (words.is(rank - 1, WordKind.SINGLE) && sentence.isFree(rank - 1)) {
            sentence.claim(rank - 1, "limit", "1");
            return 1;
        }
        for (var group : findings.groups) {
            if (isCount(group.at() - 1)) {
                return take(group.at() - 1);
            }
        }
        // "the maximum daily spend" is that of one day
        if (words.isAny(rank + 1, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY)
                && words.isAny(rank, Cue.HIGHEST, Cue.LOWEST)
                && findings.groups.isEmpty()) {
            return 1;
        }
        var singular = findings.groups.stream().anyMatch(Findings.Group::singular);
        return singular && (words.lexemes().stream().anyMatch(word -> word.is(Cue.WHICH)) || isPlainSuperlative(rank))
                ? 1
                : null;
    }

    // "the state with the highest refunds" is one state.
    private boolean isPlainSuperlative(int rank) {
        return findings.groups.size() == 1
                && words.isAny(rank, Cue.HIGHEST, Cue.LOWEST, Cue.BEST, Cue.WORST, Cue.BEST_SELLING)
                && !words.isAny(findings.groups.getFirst().at() - 1, Cue.BY, Cue.PER, Cue.ACROSS)
                && !words.is(findings.groups.getFirst().at() + 1, Cue.WISE);
    }

    private boolean isCount(int i) {
        return words.whole(i).isPresent()
                && sentence.isFree(i)
                && words.whole(i).getAsInt() > 0
                && (words.quantity(i).orElseThrow().digits() || !words.at(i).filler());
    }

    private int take(int i) {
        var count = words.whole(i).getAsInt();
        if (words.isBelowZero(i)) {
            findings.problems.add(
                    new Problem.Other(Said.of(RouterSaying.NONE_BELOW_ZERO).number(count)));
        }
        sentence.claim(i, "limit", Integer.toString(count));
        return count;
    }

    /** By what is ranked: what stands behind "by", else right behind the word, else right before it. */
    private @Nullable MetricId metric(int rank, Findings.Rank.Kind kind) {
        for (var use : findings.metrics) {
            if (use.at() > rank && words.isAny(words.skipLinksBackTo(use.at(), Cue.BY), Cue.BY, Cue.RANK_WORD)) {
                sentence.claim(words.skipLinksBackTo(use.at(), Cue.BY), "order", "by");
                return use.metric();
            }
        }
        for (var use : findings.metrics) {
            if (words.is(use.at() + 1, Cue.WISE) && sentence.isFree(use.at() + 1)) {
                sentence.claim(use.at() + 1, "order", "by");
                return use.metric();
            }
        }
        var superlative = kind != Findings.Rank.Kind.TOP && kind != Findings.Rank.Kind.BOTTOM;
        var behind = words.skipLinks(rank + 1);
        for (var use : findings.metrics) {
            if (superlative && use.at() == behind) {
                return use.metric();
            }
        }
        for (var use : findings.metrics) {
            if (superlative && use.at() == words.skipLinksBack(rank)) {
                return use.metric();
            }
        }
        return findings.metrics.isEmpty() ? null : findings.metrics.getFirst().metric();
    }
}
