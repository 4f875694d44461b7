package io.asktrail.composer.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A sentence with named places, such as <code>{metric}</code>, in the order of its language. */
public record Template(List<Piece> pieces) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** What a sentence is made of. */
    public sealed interface Piece {
        /** Words as they are. */
        record Said(String words) implements Piece {}

        /** Something that is filled in. */
        record Place(String name) implements Piece {}
    }

    public Template {
        pieces = List.copyOf(pieces);
    }

    static Template parse(String text) {
        var pieces = new ArrayList<Piece>();
        var places = PLACE.matcher(text);
        var at = 0;
        while (places.find()) {
            if (places.start() > at) {
                pieces.add(new Piece.Said(text.substring(at, places.start())));
            }
            pieces.add(new Piece.Place(places.group(1)));
            at = places.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece.Said(text.substring(at)));
        }
        return new Template(pieces);
    }

    /** The names of the places. */
    public Set<String> places() {
        return pieces.stream()
                .filter(Piece.Place.class::isInstance)
                .map(place -> ((Piece.Place) place).name())
                .collect(Collectors.toSet());
    }

    /** Goes through the sentence from left to right. */
    public void walk(Consumer<String> words, Consumer<String> place) {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Said(var said) -> words.accept(said);
                case Piece.Place(var name) -> place.accept(name);
            }
        }
    }

    String fill(String... namesAndValues) {
        var values = values(namesAndValues);
        var text = new StringBuilder();
        walk(
                text::append,
                name -> text.append(Objects.requireNonNull(values.get(name), () -> "nothing is given for " + name)));
        return text.toString();
    }

    private static Map<String, String> values(String... namesAndValues) {
        var values = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }
}
