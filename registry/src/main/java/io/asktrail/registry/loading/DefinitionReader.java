package io.asktrail.registry.loading;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.file.YamlDocument;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Trees to definitions. What a record's own constructor refuses becomes a fault at the place it came from. */
final class DefinitionReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            // Which fields there may and must be is the business of the JSON Schema, which has seen the file before.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Consumer<Finding> faults;

    DefinitionReader(Consumer<Finding> faults) {
        this.faults = faults;
    }

    <F, T> Optional<T> read(YamlDocument document, Class<F> shape, Function<F, T> definition) {
        try {
            return Optional.of(definition.apply(JSON.treeToValue(document.tree(), shape)));
        } catch (JacksonException refused) {
            faults.accept(document.finding(pointer(refused), reason(refused)));
        } catch (FormulaRefused refused) {
            faults.accept(document.finding("/formula", refused.getMessage()));
        }
        return Optional.empty();
    }

    private static String pointer(JacksonException refused) {
        return refused.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }

    private static String reason(JacksonException refused) {
        Throwable deepest = refused;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof JacksonException own
                ? own.getOriginalMessage()
                : String.valueOf(deepest.getMessage());
    }
}
