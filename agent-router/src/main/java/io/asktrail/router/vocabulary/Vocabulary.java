package io.asktrail.router.vocabulary;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.calendar.CalendarDefinition.NamedDay;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.router.language.Cue;
import io.asktrail.router.language.Language;
import io.asktrail.router.text.EditDistance;
import io.asktrail.router.text.Spelling;
import io.asktrail.router.text.Tokenizer;
import io.asktrail.router.text.WordForms;
import io.asktrail.router.value.ValueIndex;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every phrase that means something under one registry and one state of the values. Immutable once built. */
public final class Vocabulary {
    private final Registry registry;
    private final AdSide ads;
    private final MemberKinds kinds;
    private final Language language;
    private final ValueIndex values;
    private final ListedValues listed;
    private final Map<String, List<Meaning>> exact = new HashMap<>();
    private final Map<String, List<Meaning>> names = new HashMap<>();
    private final Spelling spelling;
    private final Spelling splits;
    private final Set<String> nameWords = new HashSet<>();
    private final Set<String> timeWords;
    private final Spelling times;
    private int longest;

    public Vocabulary(Registry registry, Language language, ValueIndex values) {
        this.registry = registry;
        ads = new AdSide(registry);
        kinds = new MemberKinds(registry);
        this.language = language;
        this.values = values;
        listed = new ListedValues(registry);
        longest = values.longestName();
        addLanguage();
        registry.metrics().values().stream()
                .filter(metric -> !metric.hidden())
                .forEach(metric -> addMetric(metric, nameWords));
        registry.dimensions().values().forEach(dimension -> addDimension(dimension, nameWords));
        registry.calendar().definition().namedDays().forEach(day -> addFestival(day, nameWords));
        spelling = spelling(nameWords);
        timeWords = language.timeWords().collect(Collectors.toSet());
        times = new Spelling(timeWords, timeWords, Set.of());
        splits = splitSpelling();
    }

    private Spelling splitSpelling() {
        var targets = registry.dimensions().values().stream()
                .flatMap(dimension -> dimension.names().all())
                .map(Tokenizer::key)
                .filter(name -> name.indexOf(' ') < 0)
                .collect(Collectors.toSet());
        targets.addAll(timeWords);
        return new Spelling(targets, targets, Set.of());
    }

    private Spelling spelling(Set<String> nameWords) {
        var targets = new HashSet<>(nameWords);
        targets.addAll(values.words());
        language.correctable().forEach(targets::add);
        return new Spelling(nameWords, targets, language.known().toList());
    }

    private void addLanguage() {
        language.cues().forEach((key, cues) -> cues.forEach(cue -> addExact(key, new Meaning.CueWord(cue))));
        language.months().forEach((key, month) -> addExact(key, new Meaning.MonthName(month)));
        language.quarters().forEach((key, quarter) -> addExact(key, new Meaning.QuarterName(quarter)));
        language.weekdays().forEach((key, day) -> addExact(key, new Meaning.Weekday(DayOfWeek.of(day))));
        language.ordinals().forEach((key, number) -> addExact(key, new Meaning.Ordinal(number)));
        language.offTopic().forEach(key -> addExact(key, new Meaning.OffTopic()));
        language.currencies().forEach((key, currency) -> addExact(key, new Meaning.CurrencyName(currency)));
        Stream.of("$", "€", "£").forEach(sign -> addExact(sign, new Meaning.ForeignMoney()));
    }

    private void addExact(String key, Meaning meaning) {
        longest = Math.max(longest, key.split(" ").length);
        exact.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(meaning);
    }

    private void addMetric(MetricDefinition metric, Set<String> words) {
        var meaning = new Meaning.Metric(metric.id());
        metric.names().all().forEach(name -> addName(name, meaning, words));
        metric.verbs().values().stream()
                .flatMap(List::stream)
                .forEach(verb -> addExact(Tokenizer.key(verb), new Meaning.Deed(metric.id())));
        // The id is a name too, except that of a stand-in, whose plain name ("revenue") belongs to what it stands for.
        if (!(metric.derivation() instanceof Derivation.FirstAvailable)) {
            addName(metric.id().value().replace('_', ' '), meaning, words);
        }
    }

    private void addDimension(DimensionDefinition dimension, Set<String> words) {
        Stream.concat(dimension.names().all(), Stream.of(dimension.id().value().replace('_', ' ')))
                .filter(name -> !dimension.id().equals(TaskSpec.DATE) || !isTimeUnit(name))
                .forEach(name -> addName(name, new Meaning.Dimension(dimension.id()), words));
        dimension.country().forEach(name -> addExact(Tokenizer.key(name), new Meaning.Country(dimension.id())));
    }

    // Day, week and month belong to the grammar of time and to series, not to the date dimension.
    private boolean isTimeUnit(String name) {
        return !language.cues().getOrDefault(Tokenizer.key(name), Set.of()).isEmpty();
    }

    private void addName(String name, Meaning meaning, Set<String> words) {
        var plain = Tokenizer.key(name);
        if (plain.isEmpty()) {
            return;
        }
        if (plain.chars().filter(c -> c == ' ').count() == 1 && plain.length() > 7) {
            // People write "netsales" and "adgroup", too; a sign stays a word of its own, however it is written.
            var glued = plain.replace(" ", "");
            if (Tokenizer.key(glued).equals(glued)) {
                addName(glued, meaning, words);
            }
        }
        words.addAll(List.of(plain.split(" ")));
        longest = Math.max(longest, plain.split(" ").length);
        var meanings = names.computeIfAbsent(WordForms.key(plain), _ -> new ArrayList<>(1));
        if (!meanings.contains(meaning)) {
            meanings.add(meaning);
        }
    }

    private void addFestival(NamedDay day, Set<String> words) {
        Stream.concat(Stream.of(day.name()), day.aliases().stream())
                // "15 August" is a date to the grammar of time already.
                .filter(name -> !Character.isDigit(name.charAt(0)))
                .map(Tokenizer::key)
                .forEach(key -> {
                    words.addAll(List.of(key.split(" ")));
                    addExact(key, new Meaning.Festival(day));
                });
    }

    public Registry registry() {
        return registry;
    }

    public AdSide ads() {
        return ads;
    }

    public MemberKinds kinds() {
        return kinds;
    }

    public Language language() {
        return language;
    }

    public ValueIndex values() {
        return values;
    }

    /** Those of the values that are written in the registry. */
    public ListedValues listed() {
        return listed;
    }

    Spelling spelling() {
        return spelling;
    }

    /** The spelling of what figures are split by, to be asked where only such a word can stand. */
    Spelling splits() {
        return splits;
    }

    /** The spelling of words about time, to be asked where only such a word can stand. */
    Spelling times() {
        return times;
    }

    /** The word about time that a word of three letters is, but for one that was left out: "jly", "wek". */
    Optional<String> shortTime(String word) {
        if (word.length() != 3 || isWord(word)) {
            return Optional.empty();
        }
        var near = timeWords.stream().filter(time -> lacksOne(word, time)).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /** The last word of a name of two that a word of three letters is, but for one that was left out: "rte" of "rate". */
    Optional<String> shortEnd(String before, String word) {
        if (word.length() != 3 || isWord(word)) {
            return Optional.empty();
        }
        var ends = nameWords.stream()
                .filter(end -> lacksOne(word, end) && isName(before + ' ' + end))
                .toList();
        return ends.size() == 1 ? Optional.of(ends.getFirst()) : Optional.empty();
    }

    private static boolean lacksOne(String word, String whole) {
        return whole.length() == word.length() + 1
                && whole.charAt(0) == word.charAt(0)
                && EditDistance.within(word, whole, 1) == 1;
    }

    /** Whether a phrase is what a metric or a dimension is called. */
    public boolean isName(String key) {
        return !names(key).isEmpty();
    }

    int longestPhrase() {
        return longest;
    }

    List<Meaning> exact(String key) {
        return exact.getOrDefault(key, List.of());
    }

    List<Meaning> names(String key) {
        return names.getOrDefault(WordForms.key(key), List.of());
    }

    /** Whether a word is right as it stands, whether or not it means something here. */
    public boolean isWord(String word) {
        return spelling.knows(word);
    }

    /** Known words near an unknown one, to be offered. */
    public List<String> near(String word) {
        return spelling.near(word);
    }

    /** Whether a word is right as it stands, in a name, in a language file or in English. */
    public boolean knows(String word) {
        return spelling.knows(word) || values.knowsWord(word);
    }

    /** What a cue is called first, for sentences back to the reader. */
    public boolean isCue(String key, Cue cue) {
        return language.cues().getOrDefault(key, Set.of()).contains(cue);
    }

    /** The label of a metric. */
    public String label(MetricId id) {
        return registry.metric(id).names().english();
    }

    /** The label of a dimension. */
    public String label(DimensionId id) {
        return registry.dimension(id).names().english();
    }
}
