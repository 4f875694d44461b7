package io.asktrail.registry.loading;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.registry.Names;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.dimension.KnownValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dimension as its file writes it. */
record DimensionFile(
        DimensionId id,
        Map<String, String> label,
        @Nullable Map<String, List<String>> synonyms,
        DimensionDefinition.Kind kind,
        String description,
        List<Binding> columns,
        @Nullable List<KnownValue> values,
        @Nullable DimensionId parent,
        boolean fed,
        @JsonProperty("description_in") @Nullable Map<String, String> descriptionIn,
        boolean way,
        @Nullable List<String> country) {
    DimensionDefinition definition() {
        return new DimensionDefinition(
                id,
                new Names(label, synonyms == null ? Map.of() : synonyms),
                kind,
                description.strip(),
                columns,
                values == null ? List.of() : values,
                parent,
                fed,
                descriptionIn == null ? Map.of() : descriptionIn,
                way,
                country == null ? List.of() : country);
    }
}
