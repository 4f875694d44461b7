package io.asktrail.router.vocabulary;

import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.text.Token;
import io.asktrail.router.text.Tokenizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tokens of a text as they were meant to be spelled: corrected, and cut where two words were written as one. */
final class SpelledTokens {
    /** A question with more unknown words than this is none: the rest is not held against every known word. */
    private static final int MOST_UNKNOWN = 40;

    private static final String BETWEEN = "between";

    private final Vocabulary vocabulary;
    private final List<Token> tokens;
    private final List<String> keys;
    private int unknown;

    SpelledTokens(Vocabulary vocabulary, String text) {
        this.vocabulary = vocabulary;
        tokens = Tokenizer.cut(text).stream().flatMap(this::wise).toList();
        var spelled =
                IntStream.range(0, tokens.size()).mapToObj(this::corrected).toList();
        keys = IntStream.range(0, tokens.size())
                .mapToObj(at -> endOfName(spelled, at))
                .toList();
    }

    List<Token> tokens() {
        return tokens;
    }

    /** What each token is looked up by, in their order. */
    List<String> keys() {
        return keys;
    }

    private String corrected(int at) {
        var token = tokens.get(at);
        if (vocabulary.language().kinds(token.norm()).contains(WordKind.BETWEEN_SHORT)
                && new Ranges(vocabulary, tokens).begins(at + 1)) {
            return BETWEEN;
        }
        var known = !token.isWord()
                || vocabulary.values().knowsWord(token.norm())
                || vocabulary.spelling().knows(token.norm());
        if (known || ++unknown > MOST_UNKNOWN) {
            return token.norm();
        }
        var split = at > 0 && isSplit(tokens.get(at - 1).norm()) || at + 1 < tokens.size() && isWise(at + 1);
        if (isTold(at)) {
            var time = vocabulary.times().correct(token.norm());
            if (time.isPresent()) {
                return time.get();
            }
        }
        return (split ? vocabulary.splits().correct(token.norm()) : Optional.<String>empty())
                .or(() -> vocabulary.spelling().correct(token.norm()))
                .or(() -> vocabulary.shortTime(token.norm()))
                .orElse(token.norm());
    }

    // "categorywise" is what "category wise" is, and "राज्यवार" what "राज्य वार" is.
    private Stream<Token> wise(Token token) {
        return vocabulary.language().wise().stream()
                .filter(token.norm()::endsWith)
                .map(ending -> wise(token, ending))
                .filter(cut -> cut.size() > 1)
                .findFirst()
                .orElse(List.of(token))
                .stream();
    }

    private List<Token> wise(Token token, String ending) {
        var cut = token.norm().length() - ending.length();
        var glued = token.isWord()
                && cut > 2
                && token.norm().length() == token.to() - token.from()
                && vocabulary.exact(token.norm()).isEmpty()
                && vocabulary.names(token.norm().substring(0, cut)).stream()
                        .anyMatch(Meaning.Dimension.class::isInstance);
        if (!glued) {
            return List.of(token);
        }
        var middle = token.from() + cut;
        return List.of(
                new Token(token.from(), middle, token.norm().substring(0, cut), token.kind(), token.glued()),
                new Token(middle, token.to(), ending, token.kind(), true));
    }

    // "by sate" names something to split by, wherever else the letters may lead.
    private boolean isSplit(String word) {
        return vocabulary.isCue(word, Cue.BY) || vocabulary.isCue(word, Cue.PER);
    }

    // "cancellation rte": a short word is corrected where it ends the name that the words before it begin.
    private String endOfName(List<String> spelled, int at) {
        var word = spelled.get(at);
        return at > 0 && tokens.get(at).isWord() && !vocabulary.values().knowsWord(word)
                ? vocabulary.shortEnd(spelled.get(at - 1), word).orElse(word)
                : word;
    }

    // "last mont", "the last 3 mont": words about time stand there, wherever else the letters may lead.
    private boolean isTold(int at) {
        var counted = at > 1 && tokens.get(at - 1).kind() == Token.Kind.NUMBER;
        var before = counted ? at - 2 : at - 1;
        return before >= 0
                && Stream.of(Cue.LAST, Cue.THIS, Cue.PAST)
                        .anyMatch(cue -> vocabulary.isCue(tokens.get(before).norm(), cue));
    }

    private boolean isWise(int at) {
        return vocabulary.isCue(tokens.get(at).norm(), Cue.WISE);
    }
}
