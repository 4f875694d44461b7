package io.asktrail.router.conversation;

import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.reading.Clarification;
import io.asktrail.router.text.Token;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.text.WordForms;
import io.asktrail.router.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer to a question back: its number, its label, or a word that only one label has. */
public final class ClarificationAnswer {
    private static final int LONGEST = 8;
    private static final List<Set<String>> ORDINALS = List.of(
            Set.of("first", "1", "1st", "former", "pehla", "pehli", "pehle", "पहला"),
            Set.of("second", "2", "2nd", "dusra", "doosra", "dusri", "doosri", "dusre", "doosre", "दूसरा"),
            Set.of("third", "3", "3rd", "teesra", "tisra", "teesri", "teesre", "तीसरा"),
            Set.of("fourth", "4", "4th", "chautha", "चौथा"));
    private static final Set<String> LAST = Set.of("last", "latter", "aakhri", "आखिरी");

    private ClarificationAnswer() {}

    /** The option that is meant; empty if nothing is open, or if this is a question of its own. */
    public static Optional<Clarification.Option> find(Question question, Vocabulary vocabulary) {
        var asked = question.memory().asked();
        if (asked == null || asked.options().isEmpty() || question.text().length() > 200) {
            return Optional.empty();
        }
        var words = Tokenizer.cut(question.text()).stream()
                .filter(token -> token.kind() != Token.Kind.SIGN)
                .map(Token::norm)
                .toList();
        if (words.size() > LONGEST) {
            return Optional.empty();
        }
        var talk = vocabulary.language().talk();
        var content = words.stream().filter(word -> !talk.isAnswering(word)).toList();
        return byLabel(words, content, asked.options())
                .or(() -> byNumber(content, asked.options()))
                .or(() -> byOtherName(content, asked.options(), vocabulary));
    }

    private static Optional<Clarification.Option> byNumber(List<String> left, List<Clarification.Option> options) {
        if (left.size() != 1) {
            return Optional.empty();
        }
        if (LAST.contains(left.getFirst())) {
            return Optional.of(options.getLast());
        }
        for (var n = 0; n < Math.min(options.size(), ORDINALS.size()); n++) {
            if (ORDINALS.get(n).contains(left.getFirst())) {
                return Optional.of(options.get(n));
            }
        }
        return Optional.empty();
    }

    private static Optional<Clarification.Option> byLabel(
            List<String> words, List<String> content, List<Clarification.Option> options) {
        var same = options.stream()
                .filter(option -> Tokenizer.cut(option.label()).stream()
                        .filter(token -> token.kind() != Token.Kind.SIGN)
                        .map(Token::norm)
                        .toList()
                        .equals(words))
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        var holding =
                options.stream().filter(option -> holdsAll(option, content)).toList();
        return content.isEmpty() || holding.size() != 1 ? Optional.empty() : Optional.of(holding.getFirst());
    }

    // "after ad spend": what only one of the figures to choose from is called by people
    private static Optional<Clarification.Option> byOtherName(
            List<String> content, List<Clarification.Option> options, Vocabulary vocabulary) {
        if (content.size() < 2 || vocabulary.isName(String.join(" ", content))) {
            return Optional.empty();
        }
        var phrase = " " + String.join(" ", content);
        var called = options.stream()
                .filter(option -> option.task().metrics().size() == 1)
                .filter(option -> vocabulary
                        .registry()
                        .metric(option.task().metrics().getFirst())
                        .names()
                        .all()
                        .anyMatch(name -> Tokenizer.key(name).endsWith(phrase)))
                .toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    private static boolean holdsAll(Clarification.Option option, List<String> words) {
        var label = new HashSet<>(Tokenizer.cut(option.label()).stream()
                .map(token -> WordForms.key(token.norm()))
                .toList());
        return label.containsAll(words.stream().map(WordForms::key).toList());
    }
}
