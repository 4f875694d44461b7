package io.asktrail.router.reading;

import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.router.language.Language;
import io.asktrail.router.language.Spoken;
import io.asktrail.router.language.Talk;
import io.asktrail.router.language.Turn;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.time.TimeGrammar;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Vocabulary;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Takes out what is said around a question: requests, who asks, what for, asides. Only turns that the language files
 * write out are taken out, at the place that they say, so that a word alone is never let go here: "for the board
 * review" goes and "for the Delhi review" stays, to be asked back.
 */
final class Asides {
    private final Words words;
    private final Language language;
    private final Talk talk;
    private final BusinessCalendar calendar;
    private final LocalDate today;
    private final Phrases phrases;

    private Asides(Words words, Vocabulary vocabulary, LocalDate today) {
        this.words = words;
        language = vocabulary.language();
        talk = language.talk();
        calendar = vocabulary.registry().calendar();
        this.today = today;
        phrases = new Phrases(words, talk);
    }

    /** What is left of a question; all of it if it says nothing else, so that the reader is told about these words. */
    static Words takeOut(Words words, Vocabulary vocabulary, LocalDate today) {
        return new Asides(words, vocabulary, today).left();
    }

    private Words left() {
        var any = false;
        // What one turn leaves may be at the beginning or the end only then.
        for (var again = true; again; ) {
            again = false;
            for (var at = 0; at < phrases.size(); at++) {
                var end = farthestEnd(at);
                if (end.isPresent()) {
                    phrases.takeOut(at, end.getAsInt());
                    any = again = true;
                }
            }
        }
        var left = any ? phrases.left() : words;
        return left.size() == 0 ? words : left;
    }

    // The end of the longest turn that begins here.
    private OptionalInt farthestEnd(int at) {
        if (phrases.isGone(at) || !phrases.beginsWord(at)) {
            return OptionalInt.empty();
        }
        var turns = talk.turns(phrases.word(at));
        if (turns.isEmpty()) {
            return OptionalInt.empty();
        }
        var opens = phrases.isOpening(at);
        var spoken = phrases.from(at);
        return turns.stream()
                .filter(turn -> opens || !turn.opens())
                .flatMapToInt(turn -> end(turn, spoken, at).stream())
                .max();
    }

    private OptionalInt end(Turn turn, Spoken spoken, int at) {
        return turn.ends(spoken, at)
                .filter(to -> phrases.endsWord(to) && (!turn.closes() || phrases.isClosing(to)))
                .filter(to -> turn.opens() || turn.closes() || !phrases.isBeforeThing(to))
                .filter(to -> saysNothing(at, to))
                .findFirst();
    }

    // A name is never part of an aside, and a day only where it cannot be the one that is asked for.
    private boolean saysNothing(int from, int to) {
        if (phrases.lexemes(from, to).anyMatch(this::isName) || isOneName(from, to) || isDayAlone(from, to)) {
            return false;
        }
        var day = phrases.lexemes(from, to).anyMatch(i -> SpokenDays.isDay(words, i));
        var period = talk.isBounding(phrases.word(from))
                || phrases.lexemes(from, to).anyMatch(i -> SpokenDays.isPeriod(words, i));
        var alone = phrases.isOpening(from) && phrases.isClosing(to);
        return !(day || period) || (alone && !period) || namesDaysBeside(from, to);
    }

    private boolean isName(int i) {
        var word = words.at(i);
        // "show US orders"
        var country = word.is(WordKind.US) && word.isInCapitals();
        return country
                || word.as(Meaning.Value.class).isPresent()
                        && !word.filler()
                        && word.as(Meaning.CueWord.class).isEmpty();
    }

    // "state the net sales" and "state wise": a word alone that the registry knows is the registry's.
    private boolean isOneName(int from, int to) {
        return phrases.lexemes(from, to).count() == 1
                && phrases.lexemes(from, to)
                        .anyMatch(i -> words.dimension(i).isPresent()
                                || !words.metrics(i).isEmpty());
    }

    // "spend in July, sun" and "sun, please": Sunday, unless a word of Hindi beside it makes it "listen"
    private boolean isDayAlone(int from, int to) {
        return phrases.lexemes(from, to).anyMatch(i -> SpokenDays.isDay(words, i))
                && phrases.lexemes(from, to)
                        .allMatch(i -> SpokenDays.isDay(words, i)
                                || isLeadingInEnglish(words.at(i).key()));
    }

    private boolean isLeadingInEnglish(String word) {
        return talk.isLeading(word) && !language.isHindi(word);
    }

    private boolean namesDaysBeside(int from, int to) {
        return !TimeGrammar.mentions(phrases.without(from, to), calendar, today).isEmpty();
    }
}
