package io.asktrail.registry.loading;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Names;
import io.asktrail.registry.Unit;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Rounding;
import io.asktrail.registry.metric.Window;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A metric as its file writes it: flat, with the fields of its kind beside those of every metric. */
record MetricFile(
        MetricId id,
        Map<String, String> label,
        @Nullable Map<String, List<String>> synonyms,
        Unit unit,
        GoodDirection direction,
        Additivity additivity,
        Rounding rounding,
        String description,
        String owner,
        boolean hidden,
        Kind kind,
        @Nullable List<Measure> measures,
        @Nullable Window window,
        @Nullable String formula,
        @Nullable List<MetricId> candidates,
        @Nullable List<MetricId> chain,
        @Nullable MetricId credited,
        @Nullable Map<String, List<String>> verbs,
        @JsonProperty("happens_to") @Nullable List<MetricId> happensTo,
        @Nullable Integer offered,
        @JsonProperty("description_in") @Nullable Map<String, String> descriptionIn) {
    enum Kind {
        @JsonProperty("measured")
        MEASURED,
        @JsonProperty("ratio")
        RATIO,
        @JsonProperty("derived")
        DERIVED,
        @JsonProperty("first_available")
        FIRST_AVAILABLE
    }

    MetricDefinition definition() {
        var names = new Names(label, synonyms == null ? Map.of() : synonyms);
        return new MetricDefinition(
                id,
                names,
                unit,
                direction,
                additivity,
                rounding,
                description.strip(),
                owner,
                derivation(),
                hidden,
                chain == null ? List.of() : chain,
                credited,
                verbs == null ? Map.of() : verbs,
                happensTo == null ? List.of() : happensTo,
                offered,
                descriptionIn == null ? Map.of() : descriptionIn);
    }

    // The JSON Schema has seen that the fields of the kind are there.
    private Derivation derivation() {
        return switch (kind) {
            case MEASURED ->
                new Derivation.Measured(Objects.requireNonNull(measures), window == null ? Window.PERIOD : window);
            case RATIO -> new Derivation.Ratio(arithmetic());
            case DERIVED -> new Derivation.Derived(arithmetic());
            case FIRST_AVAILABLE -> new Derivation.FirstAvailable(Objects.requireNonNull(candidates));
        };
    }

    private Formula arithmetic() {
        try {
            return Formula.parse(Objects.requireNonNull(formula));
        } catch (IllegalArgumentException fault) {
            throw new FormulaRefused(fault);
        }
    }
}
