package io.asktrail.registry.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.schema.TableId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a tool can do.
 *
 * @param inputsSchemaRef file name of the JSON Schema its inputs must satisfy
 * @param table the fact table it reads; null for a tool that reads none
 * @param metrics measured metrics it gives
 * @param dimensions what they can be grouped and filtered by
 * @param channels ad channels it covers; empty where that means nothing
 * @param notes what has to be said when it is used
 */
public record Capability(
        String name,
        String purpose,
        @JsonProperty("inputs_schema_ref") String inputsSchemaRef,
        @JsonProperty("outputs_schema_ref") String outputsSchemaRef,
        @Nullable TableId table,
        List<MetricId> metrics,
        List<DimensionId> dimensions,
        List<String> channels,
        List<UsageNote> notes) {
    /**
     * Something the method must say.
     *
     * @param channel only if this ad channel can be among the rows; null for always
     * @param metrics only if one of these is read; empty for whatever is read
     * @param text in English
     * @param translations the text in other languages, by their tags
     */
    public record UsageNote(
            @Nullable String channel,
            List<MetricId> metrics,
            String code,
            String text,
            Map<String, String> translations) {
        public UsageNote {
            metrics = metrics == null ? List.of() : List.copyOf(metrics);
            translations = translations == null ? Map.of() : Map.copyOf(translations);
        }

        /** The text in a language, else the English one. */
        public String in(String language) {
            return translations.getOrDefault(language, text);
        }

        /** Whether it is about one of these metrics. */
        public boolean concerns(Collection<MetricId> read) {
            return metrics.isEmpty() || metrics.stream().anyMatch(read::contains);
        }
    }

    /** The form of inputs that names a template. */
    public static final String TEMPLATE_INPUTS = "template-inputs.schema.json";

    /** Whether it runs templates, which read through the other capabilities. */
    public boolean runsTemplates() {
        return inputsSchemaRef.equals(TEMPLATE_INPUTS);
    }

    public Capability {
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        channels = channels == null ? List.of() : List.copyOf(channels);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }
}
