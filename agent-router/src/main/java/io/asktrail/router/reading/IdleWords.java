package io.asktrail.router.reading;

import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Lexeme;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells which words that nobody made use of may be let go: those that join or soften, where they do only that. Many
 * say nothing in one place and narrow the question in another ("show us orders", "orders in the US").
 */
final class IdleWords {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "our", "my", "all", "each", "every");

    /** What one does to us; any other "us" may be a country. */
    private static final Set<String> DONE_TO_US = Set.of(
            "show", "cost", "costs", "costing", "lost", "earn", "earned", "give", "tell", "let", "get", "got", "send",
            "help", "bring", "brought", "made", "gave", "given");

    /** Who is greeted; elsewhere a team is somebody's orders. */
    private static final Set<String> GREETED = Set.of("team", "sir", "dear");

    private static final Set<String> GREETINGS = Set.of("hi", "hello", "hey", "dear", "thanks", "thank", "you");
    private static final Set<String> HOW_MUCH = Set.of("kitne", "kitna", "kitni", "कितने", "कितना", "कितनी");

    /** Words for money; beside a count they ask for another figure. */
    private static final Set<String> AMOUNTS = Set.of("value", "values", "amount", "amounts", "worth", "amounted");

    private final Sentence sentence;
    private final Words words;

    IdleWords(Sentence sentence) {
        this.sentence = sentence;
        words = sentence.words();
    }

    /** Whether the question means the same without a word that is free. */
    boolean isHarmless(int i) {
        var word = words.at(i);
        return switch (word.key()) {
            case "us" -> words.has(i - 1) && DONE_TO_US.contains(lastWord(i - 1)) && !isCountry(word);
            // "what we lost to refunds"
            case "lost", "lose", "losing" -> isAboutMoney() && isAboutLoss();
            // "morning! orders yesterday?"; "morning orders" are those of the morning.
            case "morning", "afternoon", "evening" -> i == 0 && isFollowedByMark(word);
            // "exact and broad match types": what the values are called
            case "type", "types" -> isBehindValue(i);
            // "shipped to Pune" is where every order goes.
            case "shipped" ->
                words.has(i + 1)
                        && words.at(i + 1).key().equals("to")
                        && !words.values(i + 2).isEmpty()
                        && !sentence.isFree(i + 2);
            // "how much money did we spend", "kitna paisa kharch hua"
            case "money", "paisa", "paise", "pese" -> isAskedFor(i) && isAboutMoney();
            // "display the spend" shows it; "display spend" may be that of display ads.
            case "display" -> words.has(i + 1) && words.at(i + 1).filler();
            // "more units in April than in March": both are shown.
            case "more", "fewer", "less" -> isHeldAgainst(i);
            // "cities w orders over 50"
            case "w" -> i > 0 && !words.metrics(i + 1).isEmpty();
            // "orders through the website"
            case "through", "via" ->
                leadsToUsed(i) && !words.values(afterArticles(i)).isEmpty();
            case String key when GREETED.contains(key) -> isGreeted(i);
            case String key when AMOUNTS.contains(key) -> !isOfCount(i);
            default -> isHarmless(word, i);
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
        if (word.is(Cue.HOW_MANY)) {
            return HOW_MUCH.contains(word.key()) || isBesideMetric(i);
        }
        return word.filler()
                || (!word.meanings().isEmpty() && word.meanings().stream().allMatch(IdleWords::isIdle));
    }

    private static boolean isIdle(Meaning meaning) {
        return meaning instanceof Meaning.CueWord(var cue) && cue.isIdle();
    }

    private boolean isGreeted(int i) {
        return i == 0
                || i == words.size() - 1 && !words.isLink(i - 1)
                || GREETINGS.contains(words.at(i - 1).key());
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
                || words.hasCue(Cue.RANK_WORD);
    }

    private boolean leadsToUsed(int i) {
        var at = afterArticles(i);
        return words.has(at) && !sentence.isFree(at);
    }

    private int afterArticles(int i) {
        var at = i + 1;
        while (words.has(at) && ARTICLES.contains(words.at(at).key())) {
            at++;
        }
        return at;
    }

    private boolean isHeldAgainst(int i) {
        return !words.metrics(i + 1).isEmpty()
                && IntStream.range(i, words.size())
                        .anyMatch(at -> words.at(at).key().equals("than") && !sentence.isFree(at));
    }

    // Of a phrase such as "one order cost", its end.
    private String lastWord(int i) {
        var key = words.at(i).key();
        return key.substring(key.lastIndexOf(' ') + 1);
    }

    private boolean isAboutLoss() {
        return words.lexemes().stream()
                .flatMap(word -> word.all(Meaning.Metric.class))
                .map(metric -> sentence.registry().metric(metric.id()).good())
                .allMatch(GoodDirection.DOWN::equals);
    }

    private boolean isFollowedByMark(Lexeme word) {
        return word.to() < words.text().length() && "!,.".indexOf(words.text().charAt(word.to())) >= 0;
    }

    // "US" in capitals among small letters is a country.
    private boolean isCountry(Lexeme word) {
        return word.text().equals("US") && words.text().chars().anyMatch(Character::isLowerCase);
    }

    private boolean isBehindValue(int i) {
        return words.has(i - 1)
                && !sentence.isFree(i - 1)
                && !words.values(i - 1).isEmpty();
    }

    private boolean isAskedFor(int i) {
        return words.has(i - 1) && (words.at(i - 1).key().equals("much") || words.is(i - 1, Cue.HOW_MANY));
    }

    /** Whether all figures that are named are amounts of money. */
    private boolean isAboutMoney() {
        var named = words.lexemes().stream()
                .flatMap(word -> word.all(Meaning.Metric.class))
                .map(metric -> sentence.registry().metric(metric.id()).unit())
                .toList();
        return !named.isEmpty() && named.stream().allMatch(Unit.Money.class::isInstance);
    }

    private boolean isBesideMetric(int i) {
        return !words.metrics(words.skipLinks(i + 1)).isEmpty()
                || !words.metrics(words.skipLinksBack(i)).isEmpty();
    }
}
