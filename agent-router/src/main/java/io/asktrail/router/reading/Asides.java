package io.asktrail.router.reading;

import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.router.language.Talk;
import io.asktrail.router.language.Turn;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.time.TimeGrammar;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Vocabulary;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Takes out what is said around a question: requests, who asks, what for, asides. Only turns that the language files
 * write out are taken out, at the place that they say, so that a word alone is never let go here: "for the board
 * review" goes and "for the Delhi review" stays, to be asked back.
 */
final class Asides {
    private final Words words;
    private final Talk talk;
    private final BusinessCalendar calendar;
    private final LocalDate today;
    private final boolean inConversation;
    private final Phrases phrases;
    private boolean oneFigure;

    /**
     * What is left of a question.
     *
     * @param oneFigure whether it was said that a single figure is wanted
     */
    record Heard(Words words, boolean oneFigure) {}

    /** A turn that was found. */
    private record Found(Turn turn, int from, int to) {}

    private Asides(Words words, Vocabulary vocabulary, LocalDate today, boolean inConversation) {
        this.words = words;
        talk = vocabulary.language().talk();
        calendar = vocabulary.registry().calendar();
        this.today = today;
        this.inConversation = inConversation;
        phrases = new Phrases(words, talk);
    }

    static Heard takeOut(Words words, Vocabulary vocabulary, LocalDate today, boolean inConversation) {
        return new Asides(words, vocabulary, today, inConversation).heard();
    }

    private Heard heard() {
        var any = false;
        // What one turn leaves may be at the beginning or the end only then.
        for (var again = true; again; ) {
            again = false;
            for (var at = 0; at < phrases.size(); at++) {
                var found = longest(at);
                if (found.isPresent()) {
                    phrases.takeOut(found.get().from(), found.get().to());
                    oneFigure |= found.get().turn().oneFigure();
                    any = again = true;
                }
            }
        }
        var left = any ? phrases.left() : words;
        // Who says nothing but this asked nothing, and is told so about the words there are.
        return left.size() == 0 ? new Heard(words, false) : new Heard(left, oneFigure);
    }

    private Optional<Found> longest(int at) {
        if (phrases.isGone(at) || !phrases.beginsWord(at)) {
            return Optional.empty();
        }
        var opens = phrases.isOpening(at);
        Optional<Found> best = Optional.empty();
        for (var turn : talk.turns(phrases.word(at))) {
            if ((turn.opens() && !opens) || (turn.oneFigure() && inConversation)) {
                continue;
            }
            var to = end(turn, at);
            if (to.isPresent() && (best.isEmpty() || best.get().to() < to.getAsInt())) {
                best = Optional.of(new Found(turn, at, to.getAsInt()));
            }
        }
        return best;
    }

    private OptionalInt end(Turn turn, int at) {
        return turn.ends(phrases.from(at), at)
                .filter(to -> phrases.endsWord(to) && (!turn.closes() || phrases.isClosing(to)))
                .filter(to -> turn.opens() || turn.closes() || !phrases.isBeforeThing(to))
                .filter(to -> saysNothing(at, to))
                .findFirst();
    }

    // A name is never part of an aside, and a day only where it cannot be the one that is asked for.
    private boolean saysNothing(int from, int to) {
        if (phrases.lexemes(from, to).anyMatch(this::isName) || isOneName(from, to)) {
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
        var country = word.is(WordKind.US) && word.text().equals("US");
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

    private boolean namesDaysBeside(int from, int to) {
        return !TimeGrammar.mentions(phrases.without(from, to), calendar, today).isEmpty();
    }
}
