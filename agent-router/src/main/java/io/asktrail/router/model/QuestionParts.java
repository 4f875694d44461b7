package io.asktrail.router.model;

import io.asktrail.router.language.Cue;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Meaning.Quantity;
import io.asktrail.router.vocabulary.Words;
import java.util.List;
import java.util.Optional;

/**
 * What a question has in it that a task may be made of, each under a label. A model can refer to nothing else.
 *
 * @param text the question with personal data hidden
 * @param words those that the rules made nothing of
 */
record QuestionParts(
        String text, Words lexemes, List<Time> times, List<Name> names, List<Number> numbers, List<Word> words) {
    /**
     * A mention of time.
     *
     * @param from the first lexeme
     * @param to one past the last
     */
    record Time(String label, String text, TimeMeaning meaning, int from, int to) {}

    /** A value that is named. */
    record Name(String label, NamedValue value) {}

    record Number(String label, String text, Quantity quantity) {}

    /**
     * @param from the first character in the question
     * @param to one past the last
     */
    record Word(String label, String text, int from, int to) {}

    QuestionParts {
        times = List.copyOf(times);
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
        words = List.copyOf(words);
    }

    Optional<Time> time(String label) {
        return times.stream().filter(time -> time.label().equals(label)).findFirst();
    }

    Optional<Name> name(String label) {
        return names.stream().filter(name -> name.label().equals(label)).findFirst();
    }

    Optional<Number> number(String label) {
        return numbers.stream().filter(number -> number.label().equals(label)).findFirst();
    }

    Optional<Word> word(String label) {
        return words.stream().filter(word -> word.label().equals(label)).findFirst();
    }

    /** Whether a word outside the mentions of time does one of these: the "last" of "last month" ranks nothing. */
    boolean has(Cue... cues) {
        for (var i = 0; i < lexemes.size(); i++) {
            if (!isOfTime(i) && lexemes.isAny(i, cues)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfTime(int i) {
        return times.stream().anyMatch(time -> i >= time.from() && i < time.to());
    }
}
