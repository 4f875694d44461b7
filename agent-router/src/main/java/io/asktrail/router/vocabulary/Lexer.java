package io.asktrail.router.vocabulary;

import io.asktrail.registry.policy.Access;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.WordKind;
import io.asktrail.router.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks the words of one question up, the longest phrases first. */
public final class Lexer {
    private static final Set<String> POSTPOSITIONS =
            Set.of("me", "mein", "ka", "ke", "ki", "se", "aur", "में", "का", "के", "की", "से", "और");

    private final Vocabulary vocabulary;
    private final Access access;
    private final String text;
    private final List<Token> tokens;
    private final List<String> keys;
    private final Quantities quantities;
    private final boolean hindi;

    private Lexer(Vocabulary vocabulary, Access access, String text) {
        this.vocabulary = vocabulary;
        this.access = access;
        this.text = text;
        var spelled = new SpelledTokens(vocabulary, text);
        tokens = spelled.tokens();
        keys = spelled.keys();
        hindi = keys.stream().anyMatch(this::isHindi);
        quantities = new Quantities(vocabulary.language(), tokens, keys);
    }

    public static Words read(String text, Vocabulary vocabulary, Access access) {
        var lexer = new Lexer(vocabulary, access, text);
        return new Words(text, lexer.lexemes());
    }

    private List<Lexeme> lexemes() {
        var found = new ArrayList<Lexeme>();
        var at = 0;
        while (at < tokens.size()) {
            var lexeme = next(at);
            found.add(lexeme.lexeme);
            at = lexeme.next;
        }
        return found;
    }

    private record Read(Lexeme lexeme, int next) {}

    private Read next(int at) {
        if (tokens.get(at).kind() == Token.Kind.DATE) {
            var text = tokens.get(at).norm();
            return new Read(lexeme(at, at + 1, text, List.of(new Meaning.DateText(text))), at + 1);
        }
        var quantity = quantities.at(at);
        var shortest = quantity.map(Quantities.Found::next).orElse(at + 1);
        for (var end = Math.min(tokens.size(), at + vocabulary.longestPhrase()); end > at; end--) {
            var key = String.join(" ", keys.subList(at, end));
            if (endsInState(at, end, key) || endsInOther(at, end) || isNextBound(at, end, key)) {
                continue;
            }
            var meanings = meanings(key, at, end);
            if (end == shortest && quantity.isPresent()) {
                meanings.addFirst(quantity.get().quantity());
            }
            if (!meanings.isEmpty() || (end > at + 1 && saysMore(at, end, key))) {
                return new Read(lexeme(at, end, key, meanings), end);
            }
        }
        return new Read(lexeme(at, at + 1, keys.get(at), List.of()), at + 1);
    }

    // Words that are something together to a rule. What says nothing word by word stays as it is, but for "one figure"
    // and "in the name".
    private boolean saysMore(int at, int end, String key) {
        var language = vocabulary.language();
        return language.hasKinds(key)
                && (language.kinds(key).contains(WordKind.ONE_FIGURE)
                        || language.kinds(key).contains(WordKind.IN_NAME)
                        || !keys.subList(at, end).stream().allMatch(language::isFiller));
    }

    // "MP and UP" names two states, where "and up" is no upper end.
    private boolean endsInState(int at, int end, String phrase) {
        return end > at + 1
                && isCode(end - 1, end)
                && !vocabulary.values().named(keys.get(end - 1), access).isEmpty()
                && vocabulary.values().named(phrase, access).isEmpty();
    }

    // "GMV and no. of orders": a number of something, where "and no" tells of none; "refund % of the total": a share.
    private boolean endsInOther(int at, int end) {
        if (end == at + 1 || end == keys.size()) {
            return false;
        }
        var across = keys.get(end - 1) + " " + keys.get(end);
        var sign = tokens.get(end - 1).kind() == Token.Kind.SIGN;
        return vocabulary.isCue(across, Cue.HOW_MANY)
                || sign && vocabulary.isCue(across, Cue.SHARE)
                || isCostOfThings(at, end);
    }

    // "which products cost us the most": a verb there, where "product cost" is a figure
    private boolean isCostOfThings(int at, int end) {
        return vocabulary.language().kinds(keys.get(end - 1)).contains(WordKind.COST)
                && vocabulary.language().kinds(keys.get(end)).contains(WordKind.US)
                && vocabulary.names(String.join(" ", keys.subList(at, end - 1))).stream()
                        .anyMatch(Meaning.Dimension.class::isInstance);
    }

    // "over 8 percent and below 15": another bound, where "8 percent and below" is one
    private boolean isNextBound(int at, int end, String key) {
        return end == at + 2
                && end < tokens.size()
                && tokens.get(end).kind() == Token.Kind.NUMBER
                && vocabulary.isCue(keys.get(at), Cue.AND)
                && (vocabulary.isCue(key, Cue.OR_LESS) || vocabulary.isCue(key, Cue.OR_MORE));
    }

    private List<Meaning> meanings(String key, int at, int end) {
        var found = new ArrayList<Meaning>();
        if (isCode(at, end)) {
            vocabulary.values().named(key, access).forEach(value -> found.add(new Meaning.Value(value)));
            if (!found.isEmpty() && vocabulary.names(key).isEmpty()) {
                return found;
            }
            found.clear();
        }
        for (var name : vocabulary.names(key)) {
            switch (name) {
                case Meaning.Metric(var id) ->
                    found.add(access.metrics().contains(id) ? name : new Meaning.HiddenMetric(id));
                case Meaning.Dimension(var id) -> {
                    if (access.dimensions().contains(id)) {
                        found.add(name);
                    }
                }
                default -> found.add(name);
            }
        }
        found.addAll(vocabulary.exact(key));
        if (!isShortLowerCase(at, end)) {
            vocabulary.values().named(key, access).forEach(value -> found.add(new Meaning.Value(value)));
        }
        return found;
    }

    // Two capitals among small letters are a code, whatever else they may spell.
    private boolean isCode(int at, int end) {
        var token = tokens.get(at);
        return end == at + 1
                && token.isWord()
                && token.norm().length() == 2
                && Character.isUpperCase(text.charAt(token.from()))
                && Character.isUpperCase(text.charAt(token.from() + 1))
                && text.chars().anyMatch(Character::isLowerCase);
    }

    // "UP" is Uttar Pradesh and "up" is a direction: codes of states count in capitals only, unless nothing else is
    // meant.
    private boolean isShortLowerCase(int at, int end) {
        var token = tokens.get(at);
        if (end > at + 1 || !token.isWord() || token.norm().length() > 2) {
            return false;
        }
        var written = text.substring(token.from(), token.to());
        return !written.equals(written.toUpperCase(Locale.ROOT))
                && (!vocabulary.exact(token.norm()).isEmpty()
                        || vocabulary.language().isFiller(token.norm()));
    }

    private boolean isHindi(String key) {
        var language = vocabulary.language();
        var devanagari =
                !key.isEmpty() && Character.UnicodeBlock.of(key.codePointAt(0)) == Character.UnicodeBlock.DEVANAGARI;
        return language.isHindi(key) || (devanagari && !language.isDoubtful(key));
    }

    private boolean saysNothing(int at, int end, String key, List<Meaning> meanings) {
        if (!vocabulary.language().isFiller(key)) {
            return false;
        }
        var named = !meanings.isEmpty() && meanings.stream().allMatch(Meaning.Value.class::isInstance);
        if (vocabulary.language().isDoubtful(key)) {
            return hindi && !(named && isPlace(at, end));
        }
        return !(named && isCode(at, end));
    }

    // "Gaya me kitne order": the city, where "ho gaya" only ends a sentence.
    private boolean isPlace(int at, int end) {
        var lower = text.chars().anyMatch(Character::isLowerCase);
        return (lower && Character.isUpperCase(text.charAt(tokens.get(at).from())))
                || (end < keys.size() && POSTPOSITIONS.contains(keys.get(end)));
    }

    private Lexeme lexeme(int at, int end, String key, List<Meaning> meanings) {
        var from = tokens.get(at).from();
        var to = tokens.get(end - 1).to();
        var written = tokens.subList(at, end).stream().map(Token::norm).collect(Collectors.joining(" "));
        return new Lexeme(
                from,
                to,
                text.substring(from, to),
                key,
                meanings,
                vocabulary.language().kinds(key),
                saysNothing(at, end, key, meanings),
                !written.equals(key));
    }
}
