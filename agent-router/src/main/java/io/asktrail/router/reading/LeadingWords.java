package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells what a word leads to: verbs such as "took" and "stayed" say nothing before a figure, or before its bound. */
record LeadingWords(Sentence sentence) {
    /** Whether a figure follows, with nothing but its measure between. */
    boolean toFigure(int i) {
        var at = i + 1;
        while (isBetween(at)) {
            at++;
        }
        return isFigure(at);
    }

    /** Whether a bound follows that was read. */
    boolean toBound(int i) {
        var at = words().skipLinks(i + 1);
        return words().has(at)
                && !sentence.isFree(at)
                && (words().isAny(at, Cue.MORE, Cue.LESS, Cue.AT_LEAST, Cue.AT_MOST, Cue.EQUAL, Cue.BETWEEN, Cue.ZERO)
                        || words().quantity(at).isPresent());
    }

    /** The figures that what is done stands for. */
    Stream<MetricId> deeds() {
        return IntStream.range(0, words().size())
                .filter(i -> !sentence.isFree(i))
                .mapToObj(words()::at)
                .flatMap(word -> word.all(Meaning.Deed.class))
                .map(Meaning.Deed::of);
    }

    private Words words() {
        return sentence.words();
    }

    // "the most", "1,000+", "at least 50", "more", "an average"
    private boolean isBetween(int i) {
        var measure = words().isAny(
                        i,
                        Cue.HIGHEST,
                        Cue.LOWEST,
                        Cue.MORE,
                        Cue.LESS,
                        Cue.AT_LEAST,
                        Cue.AT_MOST,
                        Cue.OR_MORE,
                        Cue.ZERO,
                        Cue.BEST,
                        Cue.WORST)
                || words().quantity(i).isPresent();
        return !isFigure(i)
                && (words().isLink(i) && !words().isAny(i, Cue.AND, Cue.OR, Cue.COMMA, Cue.WITH)
                        || words().is(i, WordKind.ARTICLE)
                        || words().is(i, WordKind.COMPARATIVE)
                        || (measure && !sentence.isFree(i)));
    }

    private boolean isFigure(int i) {
        return words().has(i) && !sentence.isFree(i) && !words().metrics(i).isEmpty();
    }
}
