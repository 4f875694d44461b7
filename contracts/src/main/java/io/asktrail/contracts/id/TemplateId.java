package io.asktrail.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a query template in the registry, e.g. {@code sales_by_campaign}; a plan may write it with {@code .sql}. */
public record TemplateId(@JsonValue String value) implements Comparable<TemplateId> {
    private static final String ENDING = ".sql";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TemplateId {
        value = value.endsWith(ENDING) ? value.substring(0, value.length() - ENDING.length()) : value;
        Ids.requireName("template", value);
    }

    @Override
    public int compareTo(TemplateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
