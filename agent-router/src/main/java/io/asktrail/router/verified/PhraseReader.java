package io.asktrail.router.verified;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.verified.Slot;
import io.asktrail.registry.verified.Wording;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.text.WordForms;
import io.asktrail.router.time.TimeGrammar;
import io.asktrail.router.time.TimeMention;
import io.asktrail.router.vocabulary.Lexeme;
import io.asktrail.router.vocabulary.Lexer;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Vocabulary;
import io.asktrail.router.vocabulary.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts questions and wordings into terms, both in the same way. */
final class PhraseReader {

    private final Vocabulary vocabulary;

    PhraseReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What a caller asks, by the names that they may know. */
    Phrase asked(Words words, LocalDate today) {
        var times = TimeGrammar.mentions(words, vocabulary.registry().calendar(), today);
        var terms = new ArrayList<Term>();
        var places = new ArrayList<Integer>();
        var numbers = new ArrayList<Phrase.Number>();
        for (var i = 0; i < words.size(); i++) {
            if (isOfTime(i, words, times) || JoiningWords.has(words.at(i).key())) {
                continue;
            }
            var quantity = words.quantity(i).filter(Meaning.Quantity::digits);
            if (quantity.isPresent()) {
                numbers.add(new Phrase.Number(quantity.get(), i));
                continue;
            }
            terms.add(term(words.at(i)));
            places.add(i);
        }
        return new Phrase(terms, places, times, numbers);
    }

    /** A wording with its slots for values in their places; those for times and numbers stand nowhere. */
    List<Term> wording(Wording wording) {
        return wording.parts().stream()
                .flatMap(part -> switch (part) {
                    case Wording.Part.Words(var text) -> words(text);
                    case Wording.Part.Open(Slot.Value(var dimension)) -> Stream.of(new Term.Open(dimension));
                    case Wording.Part.Open _ -> Stream.<Term>empty();
                })
                .toList();
    }

    // A number in a wording is a word of it: only where the same one is asked for it is the same question.
    private Stream<Term> words(String text) {
        var all = Lexer.read(text, vocabulary, everything());
        return all.lexemes().stream()
                .filter(word -> !JoiningWords.has(word.key()))
                .map(this::term);
    }

    private Access everything() {
        return new Access(
                vocabulary.registry().metrics().keySet(),
                vocabulary.registry().dimensions().keySet(),
                Set.of(),
                true);
    }

    // "over the last week" says no more than "the last week".
    private static boolean isOfTime(int i, Words words, List<TimeMention> times) {
        return times.stream()
                .anyMatch(time -> (i >= time.from() && i < time.to())
                        || (words.is(i, WordKind.OVER) && i < time.from() && words.skipLinks(i + 1) >= time.from()));
    }

    private Term term(Lexeme word) {
        var metrics = Stream.concat(
                        word.all(Meaning.Metric.class).map(Meaning.Metric::id),
                        // That the caller may not see it decides later, when it is known what is meant.
                        word.all(Meaning.HiddenMetric.class).map(Meaning.HiddenMetric::id))
                .map(MetricId::value)
                .sorted()
                .collect(Collectors.joining("|"));
        if (!metrics.isEmpty()) {
            return new Term.Word(metrics, true);
        }
        var dimension = word.as(Meaning.Dimension.class);
        if (dimension.isPresent()) {
            return new Term.Word(dimension.get().id().value(), true);
        }
        var values = word.all(Meaning.Value.class).map(Meaning.Value::value).toList();
        if (!values.isEmpty()) {
            return new Term.Named(values);
        }
        var key = WordForms.key(word.key());
        return new Term.Word(key, !word.meanings().isEmpty() || vocabulary.knows(Objects.requireNonNull(word.key())));
    }
}
