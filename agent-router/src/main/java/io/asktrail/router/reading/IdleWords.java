package io.asktrail.router.reading;

import io.asktrail.router.language.Cue;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Words;
import java.util.Set;

/** Tells which words that nobody made use of may be let go: those that join or soften, where they only do that. */
final class IdleWords {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "our", "my", "all", "each", "every");

    /** What one does to us; any other "us" may be a country. */
    private static final Set<String> DONE_TO_US = Set.of(
            "show", "give", "tell", "let", "get", "got", "send", "help", "bring", "brought", "for", "of", "made", "earned",
            "with");

    private static final Set<String> HOW_MUCH = Set.of("kitne", "kitna", "kitni", "कितने", "कितना", "कितनी");

    private final Sentence sentence;
    private final Words words;

    IdleWords(Sentence sentence) {
        this.sentence = sentence;
        words = sentence.words();
    }

    /** Whether the question means the same without a word that is free. */
    boolean isHarmless(int i) {
        var word = words.at(i);
        if (word.key().equals("us")) {
            return words.has(i - 1) && DONE_TO_US.contains(words.at(i - 1).key());
        }
        // "by team", "team wise": what a split names has to be known.
        if (word.is(Cue.BY)) {
            return leadsToUsed(i);
        }
        // "cities w orders over 50"
        if (word.key().equals("w")) {
            return !words.metrics(i + 1).isEmpty();
        }
        if (word.is(Cue.WISE)) {
            return false;
        }
        if (word.is(Cue.HOW_MANY)) {
            return HOW_MUCH.contains(word.key()) || isBesideMetric(i);
        }
        return word.filler() || (!word.meanings().isEmpty() && word.meanings().stream().allMatch(IdleWords::isIdle));
    }

    private static boolean isIdle(Meaning meaning) {
        return meaning instanceof Meaning.CueWord(var cue) && cue.isIdle();
    }

    private boolean leadsToUsed(int i) {
        var at = i + 1;
        while (words.has(at) && ARTICLES.contains(words.at(at).key())) {
            at++;
        }
        return words.has(at) && !sentence.isFree(at);
    }

    private boolean isBesideMetric(int i) {
        return !words.metrics(words.skipLinks(i + 1)).isEmpty()
                || !words.metrics(words.skipLinksBack(i)).isEmpty();
    }
}
