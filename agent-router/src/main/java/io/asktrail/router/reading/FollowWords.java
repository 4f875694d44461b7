package io.asktrail.router.reading;

import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.saying.RouterSaying;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;

/** Reads words that point back at the question before: "and for", "same for", "only", "instead", "also". */
final class FollowWords {
    private static final Cue[] LEADING = {
        Cue.FOLLOW, Cue.SAME, Cue.ONLY, Cue.ALSO, Cue.INCLUDING, Cue.AND, Cue.THAT, Cue.WITH
    };

    private FollowWords() {}

    static void read(Sentence sentence, Findings findings) {
        var words = sentence.words();
        var start = start(words);
        for (var i = 0; i < sentence.size(); i++) {
            findings.also |= words.isAny(i, Cue.ALSO, Cue.INCLUDING)
                    && sentence.isFree(i)
                    && (i == start || i == sentence.size() - 1);
            findings.instead |= words.is(i, Cue.INSTEAD) && sentence.isFree(i);
            findings.only |= words.is(i, Cue.ONLY) && sentence.isFree(i);
        }
        findings.also |= isOfTheListed(sentence, findings);
        findings.follow |= sentence.isFree(start) && words.isAny(start, LEADING) || findings.instead || findings.also;
        for (var i = 0; i < sentence.size(); i++) {
            if (!sentence.isFree(i) || words.isLink(i)) {
                continue;
            }
            // "weekly buckets would be better"
            if (words.is(i, WordKind.PREFERRED) && findings.before != null && !sentence.isFree(i - 1) && i > 0) {
                sentence.claim(i, "intent", "follow_up");
            }
            // "take last quarter instead"
            if (words.is(i, WordKind.TAKING)
                    && findings.before != null
                    && findings.instead
                    && words.has(words.skipLinks(i + 1))
                    && !sentence.isFree(words.skipLinks(i + 1))) {
                sentence.claim(i, "intent", "follow_up");
            }
            // "could that be shown by brand"
            if (words.is(i, WordKind.BE_SHOWN) && findings.before != null) {
                sentence.claim(i, "intent", "follow_up");
            }
            if (words.isAny(i, Cue.FOLLOW, Cue.ONLY, Cue.ALSO, Cue.INSTEAD, Cue.THAT)
                    || (words.is(i, Cue.SAME) && isFollowed(sentence, i))
                    || (words.is(i, Cue.INCLUDING) && isListed(sentence, findings, i))) {
                sentence.claim(i, "intent", "follow_up");
            }
        }
    }

    // "the top 5 categories by net sales", "how many orders did they get": the same five, and not those with the most
    // orders, so that what they were picked by stays.
    private static boolean isOfTheListed(Sentence sentence, Findings findings) {
        var before = findings.before;
        return before != null
                && before.limit() != null
                && findings.rank == null
                && findings.limit == null
                && !findings.metrics.isEmpty()
                && findings.groups.isEmpty()
                && findings.diagnosis == null
                && sentence.words().lexemes().stream().anyMatch(word -> word.is(WordKind.THEY));
    }

    // "same last year", "same in Goa"; the same store or the same customers are something else.
    private static boolean isFollowed(Sentence sentence, int i) {
        var words = sentence.words();
        var next = i + 1;
        return !words.has(next)
                || words.isLink(next) && !words.is(next, WordKind.STRETCH)
                || words.is(next, Cue.COMMA)
                || (!sentence.isFree(next)
                        && (words.dimension(next).isEmpty()
                                || !words.values(next).isEmpty())
                        && words.metrics(next).isEmpty());
    }

    // "net sales including Goa" means more than Goa, "sales including refunds" another figure than net sales.
    private static boolean isListed(Sentence sentence, Findings findings, int i) {
        var words = sentence.words();
        var next = words.skipLinks(i + 1);
        var held = findings.metrics.stream()
                .anyMatch(use -> use.at() == next && isHeld(sentence.registry().metric(use.metric())));
        var value = words.has(next) && words.at(next).as(Meaning.Value.class).isPresent();
        if (held || (value && !findings.inConversation)) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.ALONE_OR_ALL)
                    .text(words.at(i).text())
                    .text(words.at(next).text())));
        }
        return true;
    }

    // Losses that happen to things may be held in other figures already: including them is no second figure.
    private static boolean isHeld(MetricDefinition metric) {
        return metric.good() == GoodDirection.DOWN && !metric.happensTo().isEmpty();
    }

    // "ok, and for Mumbai?" starts with "and".
    private static int start(Words words) {
        var at = 0;
        while (words.isLink(at) && !words.isAny(at, LEADING) || words.is(at, Cue.COMMA)) {
            at++;
        }
        return at;
    }
}
