package io.asktrail.router.vocabulary;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.Registry;
import io.asktrail.router.text.EditDistance;
import io.asktrail.router.text.Tokenizer;
import java.util.List;
import java.util.stream.Stream;

/** The values that the registry itself lists, by all that they are called, to be found one letter wrong. */
public final class ListedValues {
    private static final int SHORTEST = 4;

    private final List<Name> names;

    /** A value of a dimension. */
    public record Listed(DimensionId dimension, String value) {}

    private record Name(String key, Listed of) {}

    ListedValues(Registry registry) {
        names = registry.dimensions().values().stream()
                .flatMap(dimension -> dimension.values().stream()
                        .flatMap(value -> Stream.concat(Stream.of(value.value()), value.aliases().stream())
                                .map(Tokenizer::key)
                                .filter(key -> key.length() >= SHORTEST)
                                .map(key -> new Name(key, new Listed(dimension.id(), value.value())))))
                .toList();
    }

    /** Those of which a name is one letter away from this; "exct match" is one. */
    public List<Listed> oneLetterFrom(String written) {
        return written.length() < SHORTEST
                ? List.of()
                : names.stream()
                        .filter(name -> EditDistance.within(written, name.key, 1) == 1)
                        .map(Name::of)
                        .distinct()
                        .toList();
    }
}
