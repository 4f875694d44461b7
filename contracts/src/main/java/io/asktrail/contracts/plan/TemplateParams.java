package io.asktrail.contracts.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a template's parameters are set to, by name; null is the same as not there. */
public record TemplateParams(@JsonValue SortedMap<String, ParamValue> given) {
    public static final TemplateParams NONE = new TemplateParams(new TreeMap<>());

    public TemplateParams {
        var copy = new TreeMap<String, ParamValue>();
        given.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value);
            }
        });
        given = Collections.unmodifiableSortedMap(copy);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TemplateParams of(@Nullable Map<String, ParamValue> given) {
        return given == null || given.isEmpty() ? NONE : new TemplateParams(new TreeMap<>(given));
    }

    public @Nullable ParamValue value(String name) {
        return given.get(name);
    }
}
