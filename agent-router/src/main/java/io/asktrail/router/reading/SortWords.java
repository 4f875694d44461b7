package io.asktrail.router.reading;

import io.asktrail.contracts.task.Direction;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
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
        var unused = findings.direction != null && findings.rank == null;
        if (unused && !findings.metrics.isEmpty()) {
            // "categories by gross profit, highest first"
            var by = words.skipLinksBackTo(findings.metrics.getFirst().at(), Cue.BY);
            if (sentence.isFree(by) && words.is(by, Cue.BY)) {
                sentence.claim(by, "order", "by");
            }
            findings.rank = new Findings.Rank(
                    Findings.Rank.Kind.HIGHEST, findings.metrics.getFirst().metric(), null);
        }
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
