package io.asktrail.testkit.wording;

import io.asktrail.contracts.ask.Language;
import io.asktrail.registry.wording.Saying;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of sentences beside an enum of sayings, one a language. */
public final class SentenceFiles {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private SentenceFiles() {}

    /**
     * What is wrong with them, one fault each; none if every saying has its sentence in every language, with the same places
     * in each, and no sentence is left over.
     */
    public static <S extends Enum<S> & Saying> List<String> faults(Class<S> sayings) {
        var keys = Arrays.stream(sayings.getEnumConstants())
                .map(saying -> saying.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        var english = read(sayings, Language.ENGLISH);
        return Arrays.stream(Language.values())
                .flatMap(language -> faults(language, keys, read(sayings, language), english))
                .toList();
    }

    private static Stream<String> faults(
            Language language, Set<String> keys, Properties sentences, Properties english) {
        var file = language.tag() + ".properties";
        var written = sentences.stringPropertyNames();
        var missing = keys.stream().filter(key -> !written.contains(key)).map(key -> file + " has no sentence " + key);
        var leftOver =
                written.stream().filter(key -> !keys.contains(key)).map(key -> "nobody says " + key + " of " + file);
        var otherPlaces = keys.stream()
                .filter(key -> written.contains(key) && english.containsKey(key))
                .filter(key -> !places(sentences, key).equals(places(english, key)))
                .map(key -> key + " of " + file + " has other places");
        return Stream.of(missing, leftOver, otherPlaces).flatMap(faults -> faults);
    }

    private static Set<String> places(Properties sentences, String key) {
        return PLACE.matcher(sentences.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(Class<?> sayings, Language language) {
        var file = language.tag() + ".properties";
        var sentences = new Properties();
        try (var stream = sayings.getResourceAsStream(file)) {
            sentences.load(new InputStreamReader(Objects.requireNonNull(stream, file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
