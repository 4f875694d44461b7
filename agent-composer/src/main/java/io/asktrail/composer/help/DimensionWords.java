package io.asktrail.composer.help;

import io.asktrail.composer.shown.Labels;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.Binding;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.dimension.KnownValue;
import java.util.ArrayList;

/** What a dimension means, which values it has, and what a row without one is. */
record DimensionWords(Registry registry, Labels labels) {
    private static final int NAMED_VALUES = 12;

    String write(DimensionDefinition dimension) {
        var sentences = new ArrayList<String>();
        sentences.add("%s: %s"
                .formatted(dimension.names().english(), dimension.description().strip()));
        if (!dimension.values().isEmpty()) {
            sentences.add(values(dimension));
        }
        if (dimension.parent() != null) {
            sentences.add("Each lies in one %s.".formatted(Labels.inSentence(labels.of(dimension.parent()))));
        }
        dimension.columns().stream()
                .filter(binding -> binding.nullMeans() != null)
                .map(this::without)
                .distinct()
                .forEach(sentences::add);
        sentences.add("Its id is %s.".formatted(dimension.id()));
        return String.join(" ", sentences);
    }

    private static String values(DimensionDefinition dimension) {
        var names = dimension.values().stream()
                .map(KnownValue::value)
                .limit(NAMED_VALUES)
                .toList();
        return names.size() < dimension.values().size()
                ? "Among its values are %s.".formatted(Labels.list(names))
                : "Its values are %s.".formatted(Labels.list(names));
    }

    private String without(Binding binding) {
        return "Without a value in %s: %s."
                .formatted(registry.table(binding.table()).title(), binding.nullMeans());
    }
}
