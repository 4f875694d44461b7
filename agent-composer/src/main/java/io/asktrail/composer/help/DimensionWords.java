package io.asktrail.composer.help;

import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.dimension.KnownValue;
import java.util.ArrayList;
import java.util.Objects;

/** What a dimension means, which values it has, and what a row without one is. */
record DimensionWords(Registry registry, Labels labels) {
    private static final int NAMED_VALUES = 12;

    String write(DimensionDefinition dimension) {
        var sentences = new ArrayList<String>();
        var meaning = dimension.description(words().language().tag()).strip();
        sentences.add(words().of("help.meaning", "name", labels.of(dimension.id()), "meaning", meaning));
        if (!dimension.values().isEmpty()) {
            sentences.add(values(dimension));
        }
        if (dimension.parent() != null) {
            sentences.add(words().of("help.parent", "parent", Labels.inSentence(labels.of(dimension.parent()))));
        }
        dimension.columns().stream()
                .filter(binding -> binding.nullMeans() != null)
                .map(this::without)
                .distinct()
                .forEach(sentences::add);
        sentences.add(words().of("help.id", "id", dimension.id().value()));
        return String.join(" ", sentences);
    }

    private String values(DimensionDefinition dimension) {
        var names = dimension.values().stream()
                .map(KnownValue::value)
                .limit(NAMED_VALUES)
                .toList();
        var key = names.size() < dimension.values().size() ? "help.values.some" : "help.values.all";
        return words().of(key, "values", labels.all(names));
    }

    private String without(Binding binding) {
        var english = Objects.requireNonNull(binding.nullMeans());
        return words().of(
                        "help.without",
                        "source",
                        registry.table(binding.table()).title(words().language().tag()),
                        "meaning",
                        binding.nullMeansIn().getOrDefault(words().language().tag(), english));
    }

    private Words words() {
        return labels.words();
    }
}
