package io.asktrail.registry;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a thing is called, by language tag ({@code en}, {@code hi}; {@code hi-Latn} for Hinglish).
 *
 * @param label what answers call it; there is always one in {@code en}
 * @param synonyms what people call it in questions
 */
public record Names(
        @JsonProperty("label") Map<String, String> label,
        @JsonProperty("synonyms") Map<String, List<String>> synonyms) {
    public Names {
        label = Map.copyOf(label);
        synonyms = synonyms == null ? Map.of() : Map.copyOf(synonyms);
        if (!label.containsKey("en")) {
            throw new IllegalArgumentException("a label in English (en) is needed");
        }
    }

    public String english() {
        return in("en");
    }

    /** The label in a language, else the English one. */
    public String in(String language) {
        @Nullable String label = this.label.get(language);
        return label == null ? Objects.requireNonNull(this.label.get("en")) : label;
    }

    /** Every label and synonym in every language. */
    public Stream<String> all() {
        return Stream.concat(label.values().stream(), synonyms.values().stream().flatMap(List::stream));
    }
}
