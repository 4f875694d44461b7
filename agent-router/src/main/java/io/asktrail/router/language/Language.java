package io.asktrail.router.language;

import io.asktrail.router.text.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The words of all languages together. A word may do different things in different languages ("do" is two, or
 * nothing): the grammar around it decides.
 */
public final class Language {
    private static final String HINDI = "hi-Latn";

    /** English comes first: what it has already is in doubt in no other. */
    private static final List<String> FILES = List.of("en", "en-turns", HINDI, "hi");

    private static final Set<Cue> UNITS = EnumSet.of(Cue.DAY, Cue.WEEK, Cue.MONTH, Cue.QUARTER, Cue.YEAR);

    private final Map<String, Set<Cue>> cues = new HashMap<>();
    private final Map<String, Set<WordKind>> kinds = new HashMap<>();
    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, Integer> quarters = new HashMap<>();
    private final Map<String, Integer> weekdays = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Map<String, BigDecimal> fractions = new HashMap<>();
    private final Map<String, Integer> multipliers = new HashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();
    private final Set<String> fillers = new HashSet<>();
    private final Set<String> offTopic = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> hindi = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();

    private List<String> wise = List.of();

    private final Set<String> english = EnglishWords.load();
    private final Talk talk = Talk.load();

    private Language() {}

    /** Reads the bundled languages. */
    public static Language load() {
        var language = new Language();
        var mapper = new YAMLMapper();
        for (var name : FILES) {
            try (var file = Objects.requireNonNull(
                    Language.class.getResourceAsStream(name + ".yaml"), () -> "no language file " + name)) {
                language.add(mapper.readValue(file, LanguageFile.class), name.equals(HINDI));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read the language file " + name, failure);
            }
        }
        language.wise = language.cues.entrySet().stream()
                .filter(cue -> cue.getValue().contains(Cue.WISE))
                .map(Map.Entry::getKey)
                .filter(word -> word.indexOf(' ') < 0)
                .sorted()
                .toList();
        return language;
    }

    private void add(LanguageFile file, boolean inLatin) {
        file.doubtful().forEach(word -> doubtful.add(Tokenizer.key(word)));
        if (inLatin) {
            addHindi(file);
        }
        file.cues()
                .forEach((cue, phrases) -> phrases.forEach(
                        phrase -> cues.computeIfAbsent(Tokenizer.key(phrase), _ -> EnumSet.noneOf(Cue.class))
                                .add(cue)));
        file.kinds()
                .forEach((kind, words) -> words.forEach(
                        word -> kinds.computeIfAbsent(Tokenizer.key(word), _ -> EnumSet.noneOf(WordKind.class))
                                .add(kind)));
        addNumbered(months, file.months());
        addNumbered(quarters, file.quarters());
        addNumbered(weekdays, file.weekdays());
        addNumbered(numbers, file.numbers());
        addNumbered(ordinals, file.ordinals());
        file.fractions().forEach((part, words) -> words.forEach(word -> fractions.put(Tokenizer.key(word), part)));
        addNumbered(multipliers, file.multipliers());
        file.currencies()
                .forEach((code, words) ->
                        words.forEach(word -> currencies.put(Tokenizer.key(word), Currency.getInstance(code))));
        file.fillers().forEach(word -> fillers.add(Tokenizer.key(word)));
        file.offtopic().forEach(word -> offTopic.add(Tokenizer.key(word)));
        file.known().forEach(word -> known.add(Tokenizer.key(word)));
    }

    // "bike" is "sold" in Hindi and a thing in English: a word of both says nothing only where others speak Hindi.
    private void addHindi(LanguageFile file) {
        file.fillers().stream()
                .map(Tokenizer::key)
                .filter(word -> !fillers.contains(word) && english.contains(word))
                .forEach(doubtful::add);
        words(Stream.of(Set.copyOf(file.fillers()), phrases(file)))
                .filter(word -> !english.contains(word) && !fillers.contains(word) && !doubtful.contains(word))
                .forEach(hindi::add);
    }

    private static Set<String> phrases(LanguageFile file) {
        return file.cues().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private static void addNumbered(Map<String, Integer> into, Map<Integer, List<String>> from) {
        from.forEach((number, words) -> words.forEach(word -> into.put(Tokenizer.key(word), number)));
    }

    public Map<String, Set<Cue>> cues() {
        return cues;
    }

    /** Words that make a split of the name before them, and may be written onto it: "state wise", "statewise". */
    public List<String> wise() {
        return wise;
    }

    /** Whether these words together are something to the rules that ask for it. */
    public boolean hasKinds(String key) {
        return kinds.containsKey(key);
    }

    /** What a word is to the rules that ask for it; empty for most. "One order cost" gives as its last word does. */
    public Set<WordKind> kinds(String key) {
        var end = key.lastIndexOf(' ');
        var gives = end > 0 && kinds(key.substring(end + 1)).contains(WordKind.GIVING);
        return kinds.getOrDefault(key, gives ? Set.of(WordKind.GIVING) : Set.of());
    }

    public Map<String, Integer> months() {
        return months;
    }

    public Map<String, Integer> quarters() {
        return quarters;
    }

    public Map<String, Integer> weekdays() {
        return weekdays;
    }

    public Map<String, Integer> numbers() {
        return numbers;
    }

    public Map<String, Integer> ordinals() {
        return ordinals;
    }

    /** Parts of a unit that follows: "half a" of a lakh. */
    public Map<String, BigDecimal> fractions() {
        return fractions;
    }

    public Map<String, Integer> multipliers() {
        return multipliers;
    }

    /** Names of currencies. */
    public Map<String, Currency> currencies() {
        return currencies;
    }

    /** What is said around a question. */
    public Talk talk() {
        return talk;
    }

    public Set<String> offTopic() {
        return offTopic;
    }

    /** Whether this is a word of Hindi in Latin letters and of nothing else. */
    public boolean isHindi(String word) {
        return hindi.contains(word);
    }

    /** Whether this word says nothing in Hindi, and something in English. */
    public boolean isDoubtful(String word) {
        return doubtful.contains(word);
    }

    public boolean isFiller(String key) {
        return fillers.contains(key);
    }

    /** Words that a misspelled one may have been meant as. */
    public Stream<String> correctable() {
        return words(Stream.of(cues.keySet(), months.keySet(), weekdays.keySet()));
    }

    /** Months and units of time. */
    public Stream<String> timeWords() {
        var units = cues.entrySet().stream()
                .filter(cue -> cue.getValue().stream().anyMatch(UNITS::contains))
                .map(Map.Entry::getKey)
                .filter(word -> word.indexOf(' ') < 0);
        return Stream.concat(months.keySet().stream(), units);
    }

    /** Every word that is right as it stands. */
    public Stream<String> known() {
        var all = Stream.of(
                cues.keySet(),
                months.keySet(),
                quarters.keySet(),
                weekdays.keySet(),
                numbers.keySet(),
                ordinals.keySet(),
                fractions.keySet(),
                multipliers.keySet(),
                currencies.keySet(),
                kinds.keySet(),
                fillers,
                offTopic,
                known);
        return Stream.of(words(all), english.stream(), talk.words().stream()).flatMap(Function.identity());
    }

    private static Stream<String> words(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).flatMap(phrase -> Stream.of(phrase.split(" ")));
    }
}
