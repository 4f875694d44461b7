package io.asktrail.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.contracts.agent.RouterAgent.Question;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.reading.Span;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.router.language.Spellings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One word more, anywhere in a question that is understood, changes the task or is asked back. What may be said without
 * changing anything stands in a list, with the reason; the list was made by hand and not from the router's own.
 */
class DroppedWordsTest {
    private static final RuleRouter ROUTER = ReadingWorld.router();
    private static final CallContext CALL = Cases.call(Role.ANALYST, List.of("*"));
    private static final Set<String> SAYS_NOTHING = listed("words-that-say-nothing.txt");
    private static final Set<String> SAYS_NOTHING_SET_APART = listed("words-that-say-nothing-set-apart.txt");

    /** Claims of words that only lead to others: they prove no use. */
    private static final Set<String> EMPTY_CLAIMS =
            Set.of("intent:follow_up", "dimension:by", "time:during", "intent:question", "metric:ads");

    /** Sections that hold no phrases but say how phrases are made, and classes of what says nothing by itself. */
    private static final Set<String> NO_WORDS = Set.of(
            "parts",
            "turns",
            "LEADING",
            "SOFT",
            "BE",
            "AUX",
            "WE",
            "YOU",
            "SELF",
            "WH",
            "MODAL",
            "NICE",
            "ANYWHERE",
            "SET_OFF",
            "THANKS",
            "DEADLINE",
            "REQUEST",
            "ASKING",
            "HI_ASKS",
            "DEV_ASKS",
            "HI_SET_OFF",
            "HI_ASK_VERB",
            "HI_MY",
            "DEV_SET_OFF",
            "DEV_ASK_VERB",
            "DEV_MY");

    /** @param memory what was asked before */
    private record Asked(String text, LocalDate today, Memory memory, TaskSpec task, Set<String> roles) {
        private static final int[] POWERS =
                IntStream.iterate(1, power -> 31 * power).limit(1 << 11).toArray();

        /** The hash code of the head and this question's text behind it, without making one text of them. */
        int hashBehind(int head) {
            return head * POWERS[text.length()] + text.hashCode();
        }
    }

    /** @param draw which of the draws it is */
    private record Word(String text, long draw) {}

    private static final List<Asked> QUESTIONS = understood(1);
    private static final List<Asked> FOLLOW_UPS = understood(2);

    /** Words that narrow, exclude, rank or change what is meant, and names. */
    private static final List<String> TELLING = Stream.of(
                    "excluding only median refunded organic mobile unique returning premium luxury discounted prepaid",
                    "gifted damaged delivered late early festival weekday afternoon male female branded generic"
                            + " winning",
                    "losing profitable incremental assisted direct indirect repeat recent old older newer heavy light",
                    "cheap expensive desktop android app iphone subscribed bundle coupon promo offer wholesale retail",
                    "rural urban metro north south east west international domestic USA UK Dubai Priya Rahul Sharma",
                    "John estimated projected final gross average unpaid billed invoiced pending returned exchanged",
                    "replaced cancelled inactive paused half double quarter third minimum without except minus never",
                    "almost under between versus like similar other another different rest remaining available team",
                    "supported covered choice option stage status merit phase main mile bike US same main per wise",
                    "competitor target goal sample valid eligible approved first second last next total-less zero no")
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();

    @Test
    void usesOrAsksBackATellingWord() {
        assertThat(dropped(TELLING.stream().flatMap(word -> Stream.of(word, word, word)), QUESTIONS, 20251126))
                .isEmpty();
    }

    @Test
    void usesOrAsksBackATellingWordInAFollowUp() {
        assertThat(dropped(TELLING.stream().flatMap(word -> Stream.of(word, word)), FOLLOW_UPS, 20260211))
                .isEmpty();
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void usesOrAsksBackAnEnglishWord(long seed) throws IOException {
        // Given
        var random = new Random(seed);
        var english = english();
        var words = random.ints(1_000, 0, english.size()).mapToObj(english::get);

        // When, Then
        assertThat(dropped(words, QUESTIONS, seed)).isEmpty();
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(strings = {"en", "en-turns", "hi-Latn", "hi", "talk-en", "talk-hi-Latn", "talk-hi"})
    void usesOrAsksBackItsOwnWords(String language) throws IOException {
        // Given: every phrase of the language file, those that are said to carry no meaning among them
        var words = phrases(language);

        // When, Then
        assertThat(dropped(words.stream(), QUESTIONS, 7)).isEmpty();
    }

    /**
     * At the end, behind a comma: where a greeting or a hedge would say nothing, so that some words do so here alone. What
     * the files of talk write out is meant to stand there; {@link AsidesTest} looks at that.
     */
    @Test
    void usesOrAsksBackATellingWordSetApart() {
        assertThat(dropped(TELLING.stream(), QUESTIONS, 20260704, Place.SET_APART))
                .isEmpty();
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(strings = {"en", "en-turns", "hi-Latn", "hi"})
    void usesOrAsksBackItsOwnWordsSetApart(String language) throws IOException {
        assertThat(dropped(phrases(language).stream(), QUESTIONS, 11, Place.SET_APART))
                .isEmpty();
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void usesOrAsksBackAnEnglishWordSetApart(long seed) {
        var random = new Random(seed);
        var english = english();
        var words = random.ints(1_000, 0, english.size()).mapToObj(english::get);
        assertThat(dropped(words, QUESTIONS, seed, Place.SET_APART)).isEmpty();
    }

    @Tag("full")
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void takesNoEnglishWordForAMisspelledName(long seed) {
        // Given
        var random = new Random(seed);
        var english = english();
        var names = RegistryLoader.load(RegistryLocation.bundled("demo")).dimensions().values().stream()
                .flatMap(dimension -> dimension.values().stream())
                .flatMap(value -> Stream.concat(Stream.of(value.value()), value.aliases().stream()))
                .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("\\W+")))
                .collect(Collectors.toSet());

        // When
        var taken = random.ints(700, 0, english.size())
                .mapToObj(english::get)
                .filter(word -> !names.contains(word))
                .filter(word -> read(word + " orders in July", Cases.TODAY, Memory.EMPTY)
                                instanceof Reading.Understood understood
                        && understood.spans().stream()
                                .anyMatch(span -> span.role().equals("entity")
                                        && span.text().equals(word)))
                .toList();

        // Then
        assertThat(taken).isEmpty();
    }

    /** Where the word is put. */
    private enum Place {
        ANYWHERE,
        SET_APART
    }

    private static List<String> dropped(Stream<String> words, List<Asked> questions, long seed) {
        return dropped(words, questions, seed, Place.ANYWHERE);
    }

    private static List<String> dropped(Stream<String> words, List<Asked> questions, long seed, Place place) {
        var times = new HashMap<String, Integer>();
        var draws = words.map(word -> new Word(word, seed + times.merge(word, 1, Integer::sum)))
                .toList();
        return draws.parallelStream()
                .map(word -> lost(
                        word.text, drawn(word, questions), new Random(mixed(word.draw, word.text.hashCode())), place))
                .flatMap(Optional::stream)
                .toList();
    }

    // A word meets the same question whatever other words and questions there are: one more moves few of the draws.
    private static Asked drawn(Word word, List<Asked> questions) {
        var head = (word.text + '\n').hashCode();
        return questions.stream()
                .max(Comparator.comparingLong(asked -> mixed(word.draw, asked.hashBehind(head))))
                .orElseThrow();
    }

    private static long mixed(long draw, int hash) {
        return new SplittableRandom(draw * 31 + hash).nextLong();
    }

    private static String longer(String text, String word, Random random, Place place) {
        return switch (place) {
            case ANYWHERE -> {
                var parts = new ArrayList<>(List.of(text.split(" ")));
                parts.add(random.nextInt(parts.size() + 1), word);
                yield String.join(" ", parts);
            }
            case SET_APART -> text + ", " + word;
        };
    }

    private static Optional<String> lost(String word, Asked asked, Random random, Place place) {
        var longer = longer(asked.text, word, random, place);
        var reading = read(longer, asked.today, asked.memory);
        var kept = reading instanceof Reading.Understood understood
                && understood.task().equals(asked.task);
        return kept
                        && !SAYS_NOTHING.contains(word)
                        && !(place == Place.SET_APART && SAYS_NOTHING_SET_APART.contains(word))
                        && !saysAgain(word, reading, asked)
                        && !saysThatWhatIsNotSplitIsNot(word, reading, asked.task)
                        && !saysThatAFigureIsOne(word, reading)
                        && !saysThatAdsBroughtWhatTheyBrought(word, asked.task)
                ? Optional.of(word + ": " + longer)
                : Optional.empty();
    }

    // "which keywords [driven by ads] bring the most orders": of keywords there are no other orders than those.
    private static boolean saysThatAdsBroughtWhatTheyBrought(String word, TaskSpec task) {
        return word.matches(
                        "(?:.+ )?(?:from|by|through|via|due to|thanks to|to)(?: our| paid| sponsored)? (?:ads|advertising)")
                && !task.metrics().isEmpty()
                && task.metrics().stream().allMatch(metric -> metric.value().startsWith("attributed_"));
    }

    // "orders in July, [just the total]": it is one total.
    private static boolean saysThatWhatIsNotSplitIsNot(String word, Reading reading, TaskSpec task) {
        return task.groupBy().isEmpty()
                && !task.isSeries()
                && task.compare() == null
                && reading.spans().stream()
                        .anyMatch(
                                span -> span.id().equals("none") && span.text().equals(word));
    }

    // "orders in July" and "[just the total] orders in July": of its figure it says nothing.
    private static boolean saysThatAFigureIsOne(String word, Reading reading) {
        var spans = reading.spans();
        return IntStream.range(0, spans.size() - 1)
                .filter(n -> spans.get(n).text().equals(word)
                        && spans.get(n).role().equals("intent")
                        && spans.get(n).id().equals("question"))
                .anyMatch(n -> Set.of("metric", "entity", "filter")
                        .contains(spans.get(n + 1).role()));
    }

    // "july" put into a question about July says nothing new, and was made use of.
    private static boolean saysAgain(String word, Reading reading, Asked asked) {
        return Stream.of(word.split(" "))
                .allMatch(part -> reading.spans().stream()
                        .filter(span ->
                                span.text().contains(part) && !EMPTY_CLAIMS.contains(span.role() + ":" + span.id()))
                        .anyMatch(span -> asked.roles.contains(span.role()) || namesWhatIsFiltered(span, asked.task)));
    }

    // "the channel Sponsored Display"
    private static boolean namesWhatIsFiltered(Span span, TaskSpec task) {
        return span.role().equals("dimension")
                && (task.filters().stream()
                                .anyMatch(filter -> filter.field().value().equals(span.id()))
                        || task.entities().kept().keySet().stream()
                                .anyMatch(dimension -> dimension.value().equals(span.id())));
    }

    private static List<Asked> understood(int turns) {
        try {
            return ReadingWorld.cases()
                    .filter(tried -> tried.turns().size() == turns)
                    .map(DroppedWordsTest::asked)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Asked> asked(Cases.Case tried) {
        var memory = Memory.EMPTY;
        for (var turn : tried.turns().subList(0, tried.turns().size() - 1)) {
            if (!(read(turn, tried.asOf(), memory) instanceof Reading.Understood understood)) {
                return Optional.empty();
            }
            memory = new Memory(understood.task(), null, List.of(turn));
        }
        var text = tried.turns().getLast();
        return read(text, tried.asOf(), memory) instanceof Reading.Understood understood
                ? Optional.of(new Asked(
                        text,
                        tried.asOf(),
                        memory,
                        understood.task(),
                        understood.spans().stream().map(Span::role).collect(Collectors.toSet())))
                : Optional.empty();
    }

    private static Reading read(String text, LocalDate today, Memory memory) {
        return ROUTER.interpret(CALL, new Question(text, today, Cases.ZONE, memory));
    }

    private static Set<String> listed(String list) {
        var words = lines(list).filter(line -> !line.startsWith("#")).flatMap(line -> Stream.of(line.split(",")));
        return Stream.concat(words, Stream.of(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.toSet());
    }

    private static List<String> english() {
        return lines("/net/sf/extjwnl/data/wordnet/wn31/cntlist.rev")
                .map(line -> line.substring(0, Math.max(0, line.indexOf('%'))))
                .filter(word -> !word.isEmpty() && word.chars().allMatch(Character::isLetter))
                .toList();
    }

    private static List<String> phrases(String language) throws IOException {
        try (var file = RuleRouter.class.getResourceAsStream("language/" + language + ".yaml")) {
            return new YAMLMapper()
                    .readTree(file).properties().stream()
                            .filter(section -> !NO_WORDS.contains(section.getKey()))
                            .flatMap(section -> texts(section.getValue()))
                            .toList();
        }
    }

    private static Stream<String> texts(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(named -> !NO_WORDS.contains(named.getKey()))
                    .flatMap(named -> texts(named.getValue()));
        }
        return node.isContainer() ? node.valueStream().flatMap(DroppedWordsTest::texts) : Spellings.of(node.asString());
    }

    private static Stream<String> lines(String resource) {
        var stream = Objects.requireNonNull(DroppedWordsTest.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
