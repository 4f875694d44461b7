package io.asktrail.composer.help;

import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.policy.Access;
import io.asktrail.registry.tool.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Questions that can be answered here, made from what the sources of this registry have. */
record Examples(Registry registry, Access access) {
    String write() {
        var questions = new ArrayList<String>();
        capabilities().forEach(capability -> questions(capability, questions));
        ratio().ifPresent(metric -> questions.add("What was %s last week?".formatted(label(metric))));
        return questions.isEmpty()
                ? "There is nothing that you may ask for."
                : "For example: \"%s\""
                        .formatted(String.join(
                                "\", \"", questions.stream().distinct().limit(6).toList()));
    }

    private Stream<Capability> capabilities() {
        return registry.tools().values().stream()
                .flatMap(tool -> tool.capabilities().stream().limit(1));
    }

    private void questions(Capability capability, List<String> questions) {
        var metric = capability.metrics().stream().filter(this::isAsked).findFirst();
        var dimensions = capability.dimensions().stream()
                .filter(access.dimensions()::contains)
                .filter(dimension -> registry.dimension(dimension).kind()
                        == io.asktrail.registry.dimension.DimensionDefinition.Kind.CATEGORY)
                .toList();
        if (metric.isEmpty() || dimensions.isEmpty()) {
            return;
        }
        var label = label(metric.get());
        questions.add("%s by %s this month against last month".formatted(upper(label), label(dimensions.getFirst())));
        questions.add("Top five of %s by %s last month".formatted(label(dimensions.getLast()), label));
        questions.add("%s by week in the last 90 days".formatted(upper(label)));
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

    private String label(MetricId metric) {
        return Labels.inSentence(registry.metric(metric).names().english());
    }

    private String label(DimensionId dimension) {
        return Labels.inSentence(registry.dimension(dimension).names().english());
    }

    private static String upper(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }
}
