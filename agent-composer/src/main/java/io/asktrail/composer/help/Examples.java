package io.asktrail.composer.help;

import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.tool.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions that can be answered here, made from what the sources of this registry have. */
record Examples(Registry registry, Access access, Labels labels) {
    private static final int MOST = 6;

    String write() {
        var questions = new ArrayList<String>();
        capabilities().forEach(capability -> questions(capability, questions));
        ratio().ifPresent(metric ->
                questions.add(words().of("help.example.ratio", "metric", Labels.inSentence(labels.of(metric)))));
        return questions.isEmpty()
                ? words().of("help.examples.none")
                : words().of(
                                "help.examples",
                                "questions",
                                questions.stream()
                                        .distinct()
                                        .limit(MOST)
                                        .map(Examples::upper)
                                        .map(question -> words().of("help.example", "question", question))
                                        .collect(Collectors.joining(", ")));
    }

    private Stream<Capability> capabilities() {
        return registry.tools().values().stream()
                .flatMap(tool -> tool.capabilities().stream().limit(1));
    }

    private void questions(Capability capability, List<String> questions) {
        var metric = capability.metrics().stream().filter(this::isAsked).findFirst();
        var dimensions = capability.dimensions().stream()
                .filter(access.dimensions()::contains)
                .filter(dimension -> registry.dimension(dimension).kind() == DimensionDefinition.Kind.CATEGORY)
                .map(labels::of)
                .toList();
        if (metric.isEmpty() || dimensions.isEmpty()) {
            return;
        }
        var label = Labels.inSentence(labels.of(metric.get()));
        questions.add(words().of(
                        "help.example.compared",
                        "metric",
                        label,
                        "dimension",
                        Labels.inSentence(dimensions.getFirst())));
        questions.add(
                words().of("help.example.top", "metric", label, "dimensions", labels.several(dimensions.getLast())));
        questions.add(words().of("help.example.weeks", "metric", label));
    }

    private boolean isAsked(MetricId metric) {
        return access.metrics().contains(metric) && registry.metric(metric).additivity() == Additivity.ADDITIVE;
    }

    private Optional<MetricId> ratio() {
        return access.metrics().stream()
                .sorted()
                .filter(metric -> registry.metric(metric).derivation() instanceof Derivation.Ratio)
                .findFirst();
    }

    private Words words() {
        return labels.words();
    }

    private static String upper(String question) {
        return question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1);
    }
}
