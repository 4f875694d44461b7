package io.asktrail.router.model;

import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.reading.Span;
import io.asktrail.personal.PersonalData;
import io.asktrail.registry.Registry;
import io.asktrail.registry.policy.Access;
import io.asktrail.router.language.Cue;
import io.asktrail.router.time.TimeGrammar;
import io.asktrail.router.time.TimeMeaning;
import io.asktrail.router.value.NamedValue;
import io.asktrail.router.vocabulary.Lexeme;
import io.asktrail.router.vocabulary.Lexer;
import io.asktrail.router.vocabulary.Meaning;
import io.asktrail.router.vocabulary.Vocabulary;
import io.asktrail.router.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a question apart for a model, if it is one that a model may be asked. */
final class PartsReader {
    /** What the form of a reply has no place for: such a question stays the rules'. */
    private static final Cue[] NOT_FOR_A_MODEL = {
        Cue.EXPORT,
        Cue.CSV,
        Cue.XLSX,
        Cue.PARQUET,
        Cue.DEFINE,
        Cue.MEANS,
        Cue.CATALOGUE,
        Cue.EXAMPLES,
        Cue.FRESHNESS,
        Cue.CALENDAR_HELP,
        Cue.CONTAINS,
        Cue.AVERAGE,
        Cue.MOVING_AVERAGE,
        Cue.OTHERS_TOO,
        Cue.PIVOT,
        Cue.FUTURE,
        Cue.UNSUPPORTED,
        Cue.OR,
        Cue.RATHER_THAN
    };

    private final Vocabulary vocabulary;
    private final Access access;
    private final Question question;
    private final Words lexemes;
    private final List<Span> used;
    private final List<PersonalData.Found> personal;

    /** @param used what the rules made use of */
    PartsReader(Vocabulary vocabulary, Access access, Question question, List<Span> used) {
        this.vocabulary = vocabulary;
        this.access = access;
        this.question = question;
        this.used = used;
        lexemes = Lexer.read(question.text(), vocabulary, access);
        personal = PersonalData.find(question.text());
    }

    /** Empty if nothing is left over, or what stands in the way is not a matter of words. */
    Optional<QuestionParts> read() {
        var times = times();
        var names = new ArrayList<QuestionParts.Name>();
        var numbers = new ArrayList<QuestionParts.Number>();
        var words = new ArrayList<QuestionParts.Word>();
        for (var i = 0; i < lexemes.size(); i++) {
            var at = i;
            var word = lexemes.at(i);
            if (times.stream().anyMatch(time -> at >= time.from() && at < time.to())) {
                continue;
            }
            var hidden = personal.stream()
                    .filter(found -> word.from() < found.to() && word.to() > found.from())
                    .findFirst();
            if (hidden.isPresent()) {
                addHidden(words, hidden.get());
            } else if (isValue(word)) {
                var value = only(lexemes.values(i));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                names.add(new QuestionParts.Name("n" + (names.size() + 1), value.get()));
            } else if (isNumber(word)) {
                numbers.add(new QuestionParts.Number(
                        "q" + (numbers.size() + 1),
                        word.text(),
                        word.as(Meaning.Quantity.class).orElseThrow()));
            } else if (isLeftOver(word)) {
                words.add(word(words, word.text(), word.from(), word.to()));
            }
        }
        var parts =
                new QuestionParts(PersonalData.mask(question.text(), personal), lexemes, times, names, numbers, words);
        return words.isEmpty() || !isForAModel(parts) ? Optional.empty() : Optional.of(parts);
    }

    private static QuestionParts.Word word(List<QuestionParts.Word> before, String text, int from, int to) {
        return new QuestionParts.Word("w" + (before.size() + 1), text, from, to);
    }

    // What is hidden still narrows the question: it has to find its place, or there is no task.
    private void addHidden(List<QuestionParts.Word> words, PersonalData.Found found) {
        if (words.isEmpty() || words.getLast().from() != found.from()) {
            words.add(word(words, found.kind().mask(), found.from(), found.to()));
        }
    }

    private List<QuestionParts.Time> times() {
        var times = new ArrayList<QuestionParts.Time>();
        for (var mention : TimeGrammar.mentions(lexemes, registry().calendar(), question.today())) {
            var text = question.text()
                    .substring(
                            lexemes.at(mention.from()).from(),
                            lexemes.at(mention.to() - 1).to());
            times.add(new QuestionParts.Time(
                    "t" + (times.size() + 1), text, mention.meaning(), mention.from(), mention.to()));
        }
        return times;
    }

    private Registry registry() {
        return vocabulary.registry();
    }

    private boolean isForAModel(QuestionParts parts) {
        var daysAreClear = parts.times().stream()
                .noneMatch(time -> time.meaning() instanceof TimeMeaning.Impossible
                        || time.meaning() instanceof TimeMeaning.Ambiguous);
        var hidesNothing = lexemes.lexemes().stream()
                .noneMatch(word -> word.as(Meaning.HiddenMetric.class).isPresent()
                        || word.as(Meaning.OffTopic.class).isPresent()
                        || word.as(Meaning.ForeignMoney.class).isPresent()
                        || word.as(Meaning.CurrencyName.class).isPresent());
        var opensItsNames = parts.names().stream()
                .noneMatch(name -> access.masked().contains(name.value().dimension()));
        return daysAreClear && hidesNothing && opensItsNames && !parts.has(NOT_FOR_A_MODEL) && !goesOn(parts);
    }

    // What goes on from the task before keeps conditions of it that no word here names.
    private boolean goesOn(QuestionParts parts) {
        var before = question.memory().task() != null;
        var namesAFigure = lexemes.lexemes().stream()
                .anyMatch(word -> word.as(Meaning.Metric.class).isPresent());
        return before && (!namesAFigure || parts.has(Cue.FOLLOW, Cue.THAT, Cue.ALSO, Cue.INSTEAD, Cue.ONLY, Cue.AND));
    }

    private static boolean isValue(Lexeme word) {
        return word.as(Meaning.Value.class).isPresent()
                && word.as(Meaning.Metric.class).isEmpty()
                && word.as(Meaning.Dimension.class).isEmpty();
    }

    private static boolean isNumber(Lexeme word) {
        return word.as(Meaning.Quantity.class)
                .filter(quantity -> quantity.digits() || !word.filler())
                .isPresent();
    }

    // A name that a state shares with a city is the state's; what anything else shares is asked back by the rules.
    private Optional<NamedValue> only(List<NamedValue> candidates) {
        return candidates.stream()
                .filter(value -> candidates.stream()
                        .filter(other -> !other.equals(value))
                        .allMatch(other -> value.dimension()
                                .equals(registry().dimension(other.dimension()).parent())))
                .findFirst();
    }

    private boolean isLeftOver(Lexeme word) {
        var isName = word.as(Meaning.Metric.class).isPresent()
                || word.as(Meaning.Dimension.class).isPresent();
        var isIdle = !word.meanings().isEmpty()
                && word.meanings().stream()
                        .allMatch(meaning -> meaning instanceof Meaning.CueWord(var cue) && cue.isIdle());
        return !word.filler()
                && !isName
                && !isIdle
                && used.stream().noneMatch(span -> word.from() >= span.from() && word.to() <= span.to());
    }
}
