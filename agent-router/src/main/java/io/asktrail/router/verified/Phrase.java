package io.asktrail.router.verified;

import io.asktrail.router.time.TimeMention;
import io.asktrail.router.vocabulary.Meaning.Quantity;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question without the words that join and greet.
 *
 * @param terms in their order
 * @param places the lexeme of each term
 * @param times the mentions of time, wherever they stand
 * @param numbers those that are part of nothing else
 */
record Phrase(List<Term> terms, List<Integer> places, List<TimeMention> times, List<Number> numbers) {
    /** @param at its lexeme */
    record Number(Quantity quantity, int at) {}

    Phrase {
        terms = List.copyOf(terms);
        places = List.copyOf(places);
        times = List.copyOf(times);
        numbers = List.copyOf(numbers);
    }

    /** What is held against other phrases; times and numbers may stand anywhere, so they are no part of it. */
    String folded() {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }
}
