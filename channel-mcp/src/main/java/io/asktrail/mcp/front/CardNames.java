package io.asktrail.mcp.front;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a thing is called, by language; the label in English is always there. */
public record CardNames(Map<String, String> label, @Nullable Map<String, List<String>> synonyms) {
    public String english() {
        return label.getOrDefault("en", "");
    }

    /** Every label and synonym in every language. */
    public Stream<String> all() {
        return Stream.concat(
                label.values().stream(),
                synonyms == null ? Stream.empty() : synonyms.values().stream().flatMap(List::stream));
    }
}
