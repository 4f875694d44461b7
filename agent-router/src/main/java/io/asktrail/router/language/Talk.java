package io.asktrail.router.language;

import io.asktrail.router.text.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What people say around a question: how they ask, who wants to know, what for. The files write it out as classes of
 * words and the turns that are made of them, so that a word is let go only inside such a turn.
 */
public final class Talk {
    private static final List<String> FILES = List.of("talk-en", "talk-hi-Latn", "talk-hi");

    private final Map<String, Form> named = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<String, List<Turn>> turnsByFirst = new HashMap<>();
    private Set<String> leading = Set.of();
    private Set<String> bounding = Set.of();
    private Set<String> answering = Set.of();
    private Set<String> telling = Set.of();

    private Talk() {
        named.put("NUMBER", new Form.Kind(Form.Kind.Of.NUMBER));
        named.put("FREE", new Form.Kind(Form.Kind.Of.FREE));
        named.put("FIGURE_NAME", new Form.Kind(Form.Kind.Of.FIGURE_NAME));
    }

    /** Reads the bundled files. */
    static Talk load() {
        var mapper = new YAMLMapper();
        return of(FILES.stream().map(name -> read(name, mapper)).toList());
    }

    private static TalkFile read(String name, YAMLMapper mapper) {
        try (var file = Objects.requireNonNull(
                Talk.class.getResourceAsStream(name + ".yaml"), () -> "no language file " + name)) {
            return mapper.readValue(file, TalkFile.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the language file " + name, failure);
        }
    }

    /**
     * What files say together; later ones may use what those before them define.
     *
     * @throws IllegalStateException if a class is missing that is asked for by its name
     */
    static Talk of(List<TalkFile> files) {
        var talk = new Talk();
        files.forEach(talk::add);
        talk.leading = talk.required("LEADING");
        talk.bounding = talk.required("BOUNDING");
        talk.answering = talk.required("ANSWERING");
        talk.telling = Stream.of("TELLING", "REQUEST")
                .flatMap(name -> talk.required(name).stream())
                .collect(Collectors.toUnmodifiableSet());
        return talk;
    }

    // Java asks for these by name: without one of them words that matter would be let go.
    private Set<String> required(String name) {
        var phrases = classes.get(name);
        if (phrases == null || phrases.isEmpty()) {
            throw new IllegalStateException(
                    "no words are called %s in any of %s.yaml".formatted(name, String.join(".yaml, ", FILES)));
        }
        return Set.copyOf(phrases);
    }

    private void add(TalkFile file) {
        file.words().forEach((name, phrases) -> addClass(name, phrases));
        file.verbs().forEach(this::addVerbs);
        var parser = new TurnParser(named, words);
        file.parts().forEach((name, written) -> named.put(name, parser.form(written)));
        file.turns().forEach(written -> addTurn(parser.turn(written)));
    }

    private void addClass(String name, Collection<String> phrases) {
        var keys = phrases.stream().map(Tokenizer::key).collect(Collectors.toCollection(LinkedHashSet::new));
        keys.forEach(key -> words.addAll(List.of(key.split(" "))));
        var all = classes.computeIfAbsent(name, _ -> new HashSet<>());
        all.addAll(keys);
        named.put(name, Form.OneOf.of(all));
    }

    // "seek/sought": the plain form, its other forms by rule, and what no rule gives
    private void addVerbs(String name, List<String> verbs) {
        var plain = verbs.stream().map(verb -> verb.split("/")[0]).toList();
        var irregular =
                verbs.stream().flatMap(verb -> Stream.of(verb.split("/")).skip(1));
        addClass(name, plain);
        addClass(name + "_S", plain.stream().map(Inflections::third).toList());
        addClass(name + "_ING", plain.stream().flatMap(Inflections::ing).toList());
        addClass(
                name + "_ED",
                Stream.concat(plain.stream().flatMap(Inflections::past), irregular)
                        .toList());
    }

    private void addTurn(Turn turn) {
        turn.form()
                .firsts()
                .forEach(first -> turnsByFirst
                        .computeIfAbsent(first, _ -> new ArrayList<>(2))
                        .add(turn));
    }

    /** The turns that begin with a word. */
    public List<Turn> turns(String first) {
        return turnsByFirst.getOrDefault(first, List.of());
    }

    /** Whether what follows a word still stands at the beginning: "so, please". */
    public boolean isLeading(String word) {
        return leading.contains(word);
    }

    /** Whether a turn that begins with a word may say when: "before the meeting". */
    public boolean isBounding(String word) {
        return bounding.contains(word);
    }

    /** Whether a word may stand around the answer to a question back, and says nothing of which option is meant. */
    public boolean isAnswering(String word) {
        return answering.contains(word);
    }

    /** Whether a word limits, adds or asks for more, wherever it stands. */
    public boolean isTelling(String word) {
        return telling.contains(word);
    }

    /** Every word of the files, right as it stands. */
    Set<String> words() {
        return words;
    }
}
