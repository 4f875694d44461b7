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
    /** Later files may use what those before them define. */
    private static final List<String> FILES = List.of("talk-en", "talk-hi-Latn", "talk-hi");

    private static final String LEADING = "LEADING";
    private static final String TELLING = "TELLING";
    private static final String REQUEST = "REQUEST";
    private static final String BOUNDING = "BOUNDING";

    private final Map<String, Form> named = new HashMap<>();
    private final Map<String, Set<String>> classes = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<String, List<Turn>> turnsByFirst = new HashMap<>();

    private Talk() {
        named.put("NUMBER", new Form.Kind(Form.Kind.Of.NUMBER));
        named.put("FREE", new Form.Kind(Form.Kind.Of.FREE));
    }

    static Talk load() {
        var talk = new Talk();
        var mapper = new YAMLMapper();
        for (var name : FILES) {
            try (var file = Objects.requireNonNull(
                    Talk.class.getResourceAsStream(name + ".yaml"), () -> "no language file " + name)) {
                talk.add(mapper.readValue(file, TalkFile.class));
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot read the language file " + name, failure);
            }
        }
        return talk;
    }

    private void add(TalkFile file) {
        file.words().forEach((name, phrases) -> addClass(name, phrases));
        file.verbs().forEach(this::addVerbs);
        var parser = new TurnParser(named, words);
        file.parts().forEach((name, written) -> named.put(name, parser.form(written)));
        file.turns().forEach(written -> addTurn(parser.turn(written, false)));
        file.oneFigure().forEach(written -> addTurn(parser.turn(written, true)));
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
        return classes.getOrDefault(LEADING, Set.of()).contains(word);
    }

    /** Whether a turn that begins with a word may say when: "before the meeting". */
    public boolean isBounding(String word) {
        return classes.getOrDefault(BOUNDING, Set.of()).contains(word);
    }

    /** Whether a word limits, adds or asks for more, wherever it stands. */
    public boolean isTelling(String word) {
        return classes.getOrDefault(TELLING, Set.of()).contains(word)
                || classes.getOrDefault(REQUEST, Set.of()).contains(word);
    }

    /** Every word of the files, right as it stands. */
    Set<String> words() {
        return words;
    }
}
