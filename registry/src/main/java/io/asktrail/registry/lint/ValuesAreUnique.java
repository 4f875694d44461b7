package io.asktrail.registry.lint;

import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.dimension.KnownValue;
import io.asktrail.registry.file.Finding;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Within a dimension a name stands for one value, and stands there once. */
final class ValuesAreUnique implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.dimensions().stream().flatMap(ValuesAreUnique::faults);
    }

    private static Stream<Finding> faults(Defined<DimensionDefinition> dimension) {
        var owners = new HashMap<String, String>();
        var values = dimension.value().values();
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(i -> faults(dimension, "/values/" + i, values.get(i), owners));
    }

    private static Stream<Finding> faults(
            Defined<DimensionDefinition> dimension, String at, KnownValue value, Map<String, String> owners) {
        return Stream.concat(Stream.of(value.value()), value.aliases().stream())
                .filter(name -> owners.containsKey(normal(name)) || owners.put(normal(name), value.value()) != null)
                .map(name ->
                        dimension.at(at, "'%s' stands for '%s' already".formatted(name, owners.get(normal(name)))));
    }

    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
