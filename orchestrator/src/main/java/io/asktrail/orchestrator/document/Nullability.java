package io.asktrail.orchestrator.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.task.Entities;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which properties of a record are always there: all that may not be null, unless they are left out where empty. */
final class Nullability {
    private Nullability() {}

    static List<String> alwaysThere(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !mayBeAbsent(type, component))
                .map(Nullability::nameInJson)
                .toList();
    }

    private static boolean mayBeAbsent(Class<?> type, RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || (mayBeEmpty(component.getType()) && isLeftOutWhereEmpty(type));
    }

    private static boolean mayBeEmpty(Class<?> type) {
        return Collection.class.isAssignableFrom(type) || type == Entities.class;
    }

    private static boolean isLeftOutWhereEmpty(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(JsonInclude.class))
                .filter(inclusion -> inclusion.value() == JsonInclude.Include.NON_EMPTY)
                .isPresent();
    }

    // The annotation of a component goes to its accessor, too, where reflection sees it.
    private static String nameInJson(RecordComponent component) {
        return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
                .map(JsonProperty::value)
                .filter(name -> !name.isEmpty())
                .orElse(component.getName());
    }
}
