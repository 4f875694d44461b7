package io.asktrail.registry.dimension;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.Names;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something metrics can be split by.
 *
 * @param columns where its values stand; a fact table has the dimension if one of these tables is the fact or is
 *     reached from it by foreign keys
 * @param values the values that are known without looking, with their other names
 * @param parent the wider dimension: a city lies in a state
 * @param fed whether the data agents feed its values to the router
 * @param descriptionIn the description in other languages than English, by their tags
 * @param way whether goods go by its values, as they do by a marketplace and by a carrier
 * @param country what the country is called that all of its values together are, its name first; empty if they are none
 */
public record DimensionDefinition(
        DimensionId id,
        Names names,
        Kind kind,
        String description,
        List<Binding> columns,
        List<KnownValue> values,
        @Nullable DimensionId parent,
        boolean fed,
        Map<String, String> descriptionIn,
        boolean way,
        List<String> country) {
    /** How its values behave. */
    public enum Kind {
        @JsonProperty("category")
        CATEGORY,
        /** The calendar date, with grains. */
        @JsonProperty("time")
        TIME
    }

    public DimensionDefinition {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        descriptionIn = Map.copyOf(descriptionIn);
        country = List.copyOf(country);
    }

    /** One that is described in English alone, and is no way and no country's. */
    public DimensionDefinition(
            DimensionId id,
            Names names,
            Kind kind,
            String description,
            List<Binding> columns,
            List<KnownValue> values,
            @Nullable DimensionId parent,
            boolean fed) {
        this(id, names, kind, description, columns, values, parent, fed, Map.of(), false, List.of());
    }

    /** In a language, else in English. */
    public String description(String language) {
        return descriptionIn.getOrDefault(language, description);
    }
}
