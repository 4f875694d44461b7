package io.asktrail.router.reading;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.text.WordForms;
import io.asktrail.router.vocabulary.Lexeme;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells which words that nobody made use of may be let go: those that join or soften, where they do only that. Many
 * say nothing in one place and narrow the question in another ("show us orders", "orders in the US").
 */
final class IdleWords {
    private final Sentence sentence;
    private final Words words;
    private final LeadingWords leads;

    IdleWords(Sentence sentence) {
        this.sentence = sentence;
        words = sentence.words();
        leads = new LeadingWords(sentence);
    }

    /** Whether the question means the same without a word that is free. */
    boolean isHarmless(int i) {
        var word = words.at(i);
        var told = word.kinds().stream()
                .flatMap(kind -> isHarmless(kind, word, i).stream())
                .toList();
        return told.isEmpty() ? isHarmless(word, i) : told.stream().allMatch(harmless -> harmless);
    }

    /** Empty where the kind tells nothing about the place. */
    private Optional<Boolean> isHarmless(WordKind kind, Lexeme word, int i) {
        return switch (kind) {
            case US -> Optional.of((words.is(i - 1, WordKind.GIVING) || isDeed(i - 1)) && !isCountry(word));
            case LOSING -> Optional.of(isAboutMoney() && isAboutLoss());
            case DAYTIME -> Optional.of(i == 0 && isFollowedByMark(word));
            case SORT -> Optional.of(isBehindValueOf(i));
            case SHIPPING ->
                Optional.of(words.is(i + 1, WordKind.TO) && !words.values(i + 2).isEmpty() && !sentence.isFree(i + 2));
            case MONEY -> Optional.of((isAskedFor(i) || isRanked(i)) && isAboutMoney());
            case MARK -> Optional.of(words.quantity(i - 1).isPresent() && sentence.isUsedAs(i - 1, "filter"));
            case ENOUGH -> Optional.of(ranks() && i > 0 && !sentence.isFree(i - 1));
            case WHOLE_OF ->
                Optional.of(
                        !words.values(words.skipLinks(i + 1)).isEmpty() && !sentence.isFree(words.skipLinks(i + 1)));
            case TIMES -> Optional.of(isCounted(i));
            case BRINGING -> word.filler() ? Optional.empty() : Optional.of(leads.isVerb(i) && leads.toFigure(i));
            case STAYING ->
                word.filler()
                        ? Optional.empty()
                        : Optional.of(leads.toBound(i) || leads.toBoundFigure(i) || isDeed(i + 1));
            case YIELDING -> word.filler() ? Optional.empty() : Optional.of(leads.endsQuestion(i) || leads.toFigure(i));
            case SHOWING -> Optional.of(words.has(i + 1) && words.at(i + 1).filler());
            case COMPARATIVE -> Optional.of(isHeldAgainst(i));
            case WITH_SHORT -> Optional.of(i > 0 && !words.metrics(i + 1).isEmpty());
            case THROUGH ->
                Optional.of(leadsToUsed(i)
                        && (!words.values(afterArticles(i)).isEmpty()
                                || sentence.isUsedAs(afterArticles(i), "entity")
                                || words.dimension(afterArticles(i)).isPresent()));
            case EVERYTHING -> Optional.of(isEachThing(i));
            case SELF -> Optional.of(words.hasCue(Cue.RECONCILE) && words.is(i - 1, WordKind.OWN));
            case COMING_OFF -> Optional.of(sentence.isUsedAs(afterArticles(i), "entity"));
            case NOW -> Optional.of(isBehindState(i));
            case GREETED -> Optional.of(isGreeted(i));
            case AMOUNT -> Optional.of(!isOfCount(i));
            case SELLING -> Optional.of(sentence.ads().isAnyOfShop(named()));
            case RUNNING -> Optional.of(sentence.ads().isAnyOfAds(named()) || leads.toFigure(i) || leads.toBound(i));
            default -> Optional.empty();
        };
    }

    private boolean isHarmless(Lexeme word, int i) {
        // "by team", "team wise": what a split names has to be known.
        if (word.is(Cue.BY)) {
            return leadsToUsed(i) && (words.metrics(afterArticles(i)).isEmpty() || ranks());
        }
        if (word.is(Cue.WISE)) {
            return false;
        }
        if (word.is(Cue.HOW_MANY) && words.is(i + 1, Cue.RUPEES)) {
            return isAboutMoney();
        }
        if (word.is(Cue.HOW_MANY) && words.is(i + 1, WordKind.TIMES)) {
            return isHarmless(i + 1);
        }
        if (word.is(Cue.HOW_MANY)) {
            return word.is(WordKind.HOW_MUCH) || isBesideMetric(i);
        }
        return word.filler()
                || (!word.meanings().isEmpty() && word.meanings().stream().allMatch(IdleWords::isIdle));
    }

    private static boolean isIdle(Meaning meaning) {
        return meaning instanceof Meaning.CueWord(var cue) && cue.isIdle();
    }

    // "ended up cancelled", "won us": what is done, where it stands for a figure
    private boolean isDeed(int i) {
        return words.has(i)
                && !sentence.isFree(i)
                && words.at(i).as(Meaning.Deed.class).isPresent();
    }

    private boolean isGreeted(int i) {
        return i == 0 || i == words.size() - 1 && !words.isLink(i - 1) || words.is(i - 1, WordKind.GREETING);
    }

    // "everything in Fitness that sold fewer than 20 units, by SKU": a bound says which, and a split what they are.
    private boolean isEachThing(int i) {
        var value = afterArticles(i + 1);
        var split = IntStream.range(0, words.size())
                .anyMatch(at -> words.dimension(at).isPresent() && sentence.isUsedAs(at, "dimension"));
        var bounded = IntStream.range(0, words.size()).anyMatch(at -> sentence.isUsedAs(at, "filter"));
        return words.isLink(i + 1) && sentence.isUsedAs(value, "entity") && split && bounded;
    }

    private boolean isBehindState(int i) {
        var at = words.skipLinksBack(i);
        return words.has(at)
                && !sentence.isFree(at)
                && words.is(at, Cue.ADJECTIVE)
                && !words.values(at).isEmpty();
    }

    private boolean isOfCount(int i) {
        return Stream.concat(
                        words.metrics(words.skipLinks(i + 1)).stream(), words.metrics(words.skipLinksBack(i)).stream())
                .anyMatch(metric -> sentence.registry().metric(metric).unit() instanceof Unit.Count);
    }

    // "by orders" ranks; where nothing is ranked it may be anything.
    private boolean ranks() {
        return words.hasCue(Cue.TOP)
                || words.hasCue(Cue.BOTTOM)
                || words.hasCue(Cue.BEST)
                || words.hasCue(Cue.WORST)
                || words.hasCue(Cue.HIGHEST)
                || words.hasCue(Cue.LOWEST)
                || words.hasCue(Cue.RANK_WORD)
                || words.hasCue(Cue.BEST_FIRST)
                || words.hasCue(Cue.WORST_FIRST);
    }

    private boolean leadsToUsed(int i) {
        var at = afterArticles(i);
        return words.has(at) && !sentence.isFree(at);
    }

    private int afterArticles(int i) {
        var at = i + 1;
        while (words.is(at, WordKind.ARTICLE)) {
            at++;
        }
        return at;
    }

    private boolean isHeldAgainst(int i) {
        return !words.metrics(i + 1).isEmpty()
                && IntStream.range(i, words.size()).anyMatch(at -> words.is(at, WordKind.THAN) && !sentence.isFree(at));
    }

    // Refunds are money lost; a price that fell is not.
    private boolean isAboutLoss() {
        return named().stream()
                .map(sentence.registry()::metric)
                .allMatch(metric -> metric.good() == GoodDirection.DOWN && metric.additivity() == Additivity.ADDITIVE);
    }

    private boolean isFollowedByMark(Lexeme word) {
        return word.to() < words.text().length() && "!,.".indexOf(words.text().charAt(word.to())) >= 0;
    }

    // In capitals among small letters it is a country.
    private boolean isCountry(Lexeme word) {
        return word.isInCapitals() && words.text().chars().anyMatch(Character::isLowerCase);
    }

    // "exact and broad types" are match types; Delhi is of no type.
    private boolean isBehindValueOf(int i) {
        var noun = WordForms.key(words.at(i).key());
        return words.has(i - 1)
                && !sentence.isFree(i - 1)
                && words.values(i - 1).stream()
                        .flatMap(value -> sentence.registry()
                                .dimension(value.dimension())
                                .names()
                                .all())
                        .anyMatch(name -> WordForms.key(Tokenizer.key(name)).endsWith(" " + noun));
    }

    // "the most money"
    private boolean isRanked(int i) {
        return words.isAny(i - 1, Cue.HIGHEST, Cue.LOWEST) && !sentence.isFree(i - 1);
    }

    // "more than 50 times", "how many times"
    private boolean isCounted(int i) {
        var counts = !named().isEmpty()
                && named().stream()
                        .allMatch(metric -> sentence.registry().metric(metric).unit() instanceof Unit.Count);
        return counts && (words.is(i - 1, Cue.HOW_MANY) || words.quantity(i - 1).isPresent() || i == 1);
    }

    private boolean isAskedFor(int i) {
        return words.is(i - 1, WordKind.MUCH) || words.is(i - 1, Cue.HOW_MANY);
    }

    /** Whether all figures that are named are amounts of money. */
    private boolean isAboutMoney() {
        // Who it was given back to is no figure: "to customers".
        var recipients = IntStream.range(1, words.size())
                .filter(i -> words.is(i - 1, WordKind.TO) && sentence.isUsedAs(i - 1, "metric"))
                .mapToObj(words::metrics)
                .flatMap(List::stream)
                .toList();
        var named =
                named().stream().filter(metric -> !recipients.contains(metric)).toList();
        return !named.isEmpty()
                && named.stream()
                        .map(metric -> sentence.registry().metric(metric).unit())
                        .allMatch(Unit.Money.class::isInstance);
    }

    private List<MetricId> named() {
        return Stream.concat(
                        words.lexemes().stream()
                                .flatMap(word -> word.all(Meaning.Metric.class))
                                .map(Meaning.Metric::id),
                        leads.deeds())
                .toList();
    }

    private boolean isBesideMetric(int i) {
        return !words.metrics(words.skipLinks(i + 1)).isEmpty()
                || !words.metrics(words.skipLinksBack(i)).isEmpty();
    }
}
