package io.asktrail.registry.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a template leaves open.
 *
 * @param values the only ones it may have; empty for any
 * @param dimension whose known values are the only ones it may have; null for any
 */
public record TemplateParameter(
        String name,
        String meaning,
        Type type,
        boolean required,
        List<String> values,
        @Nullable DimensionId dimension) {
    /** What a value must be. */
    public enum Type {
        /** A text such as {@code 2025-10-31}. */
        @JsonProperty("date")
        DATE,
        @JsonProperty("text")
        TEXT,
        @JsonProperty("number")
        NUMBER,
        /** A whole number. */
        @JsonProperty("integer")
        INTEGER,
        @JsonProperty("boolean")
        BOOLEAN,
        /** One text or several. */
        @JsonProperty("list")
        LIST
    }

    public TemplateParameter {
        values = values == null ? List.of() : List.copyOf(values);
    }
}
