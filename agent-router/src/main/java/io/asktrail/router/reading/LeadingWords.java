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

    /** Whether somebody does it, or it is told how much of it is done; else it may say of which kind the figure is. */
    boolean isVerb(int i) {
        var measured = i + 1;
        while (words().is(measured, WordKind.ARTICLE)) {
            measured++;
        }
        var begins = i == 0 || words().isAny(i - 1, Cue.COMMA, Cue.DASH);
        return !begins && isMeasure(measured)
                || words().is(i - 1, WordKind.SUBJECT)
                || words().dimension(i - 1).isPresent()
                || words().has(i - 1) && !words().values(i - 1).isEmpty() && !sentence.isFree(i - 1);
    }

    /** Whether it ends a question for a figure: "how many orders does each state bring in". */
    boolean endsQuestion(int i) {
        var asked = IntStream.range(0, i).anyMatch(this::isFigure);
        var next = words().skipLinks(i + 1);
        return asked && isThing(i - 1) && (!words().has(next) || words().is(next, Cue.COMMA) || !sentence.isFree(next));
    }

    private boolean isThing(int i) {
        return words().dimension(i).isPresent() || !words().values(i).isEmpty() || words().is(i, WordKind.SUBJECT);
    }

    /** Whether a bound follows that was read. */
    boolean toBound(int i) {
        var at = words().skipLinks(i + 1);
        return words().has(at)
                && !sentence.isFree(at)
                && (words().isAny(at, Cue.MORE, Cue.LESS, Cue.AT_LEAST, Cue.AT_MOST, Cue.EQUAL, Cue.BETWEEN, Cue.ZERO)
                        || words().quantity(at).isPresent() && sentence.isUsedAs(at, "filter"));
    }

    /** Whether a figure follows, and its bound behind it: "kept ACOS below 20 %". */
    boolean toBoundFigure(int i) {
        var figure = words().skipLinks(i + 1);
        return isFigure(figure) && sentence.isUsedAs(words().skipLinks(figure + 1), "filter");
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
        return !isFigure(i)
                && (words().isLink(i) && !words().isAny(i, Cue.AND, Cue.OR, Cue.COMMA, Cue.WITH)
                        || words().is(i, WordKind.ARTICLE)
                        || words().is(i, WordKind.COMPARATIVE)
                        || (isMeasure(i) && !sentence.isFree(i)));
    }

    private boolean isMeasure(int i) {
        return words().isAny(
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
                || words().is(i, WordKind.COMPARATIVE)
                || words().quantity(i).isPresent();
    }

    private boolean isFigure(int i) {
        return words().has(i) && !sentence.isFree(i) && !words().metrics(i).isEmpty();
    }
}
