package io.asktrail.router.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * English words in common use, from the counts of WordNet's tagged texts, in all their forms. What is one of them is no
 * spelling mistake: "loan" is never read as the name of a brand called "Loom".
 */
final class EnglishWords {
    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";

    private final Set<String> lemmas = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    private EnglishWords() {}

    /** Reads them from the library's files. */
    static Set<String> load() {
        var english = new EnglishWords();
        english.lines("cntlist.rev", english::addLemma);
        english.lines("noun.exc", english::addIrregular);
        english.lines("verb.exc", english::addIrregular);
        return Set.copyOf(english.words);
    }

    private void lines(String file, Consumer<String> use) {
        var stream = Objects.requireNonNull(
                EnglishWords.class.getResourceAsStream(FOLDER + file), () -> "no word list " + file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(use);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the word list " + file, failure);
        }
    }

    // "abandon%2:40:01:: 1 10": the word, and behind the sign what it is (1 a noun, 2 a verb).
    private void addLemma(String line) {
        var sign = line.indexOf('%');
        var word = line.substring(0, Math.max(0, sign));
        if (word.isEmpty() || !word.chars().allMatch(Character::isLetter)) {
            return;
        }
        lemmas.add(word);
        words.add(word);
        switch (line.charAt(sign + 1)) {
            case '1' -> words.add(plural(word));
            case '2' -> {
                words.add(plural(word));
                words.add(stem(word) + "ed");
                words.add(stem(word) + "ing");
                words.add(word + word.charAt(word.length() - 1) + "ed");
                words.add(word + word.charAt(word.length() - 1) + "ing");
            }
            default -> words.add(word + "ly");
        }
    }

    // "abetted abet": a form that no rule gives, and its word
    private void addIrregular(String line) {
        var parts = line.split(" ");
        if (parts.length > 1 && lemmas.contains(parts[1])) {
            words.add(parts[0]);
        }
    }

    private static String plural(String word) {
        if (word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        var hissing = word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh");
        return word + (hissing ? "es" : "s");
    }

    private static String stem(String word) {
        return word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
    }
}
