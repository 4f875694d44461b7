package io.asktrail.router.model;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Names;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.policy.Access;
import io.asktrail.router.neighbour.Embedding;
import io.asktrail.router.neighbour.HashedEmbedding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The metrics and dimensions that a model is told of: those that the caller may see, and no more than a strict form may
 * name. Of a larger registry those whose names are nearest to the question.
 */
record Catalogue(List<MetricDefinition> metrics, List<DimensionDefinition> dimensions) {
    /** Together well below the 1,000 values that strict forms may list. */
    private static final int MOST_METRICS = 250;

    private static final int MOST_DIMENSIONS = 150;
    private static final Embedding WORDS = new HashedEmbedding();

    Catalogue {
        metrics = List.copyOf(metrics);
        dimensions = List.copyOf(dimensions);
    }

    static Catalogue of(Registry registry, Access access, String question) {
        var metrics = registry.metrics().values().stream()
                .filter(metric -> !metric.hidden() && access.metrics().contains(metric.id()));
        var dimensions = registry.dimensions().values().stream()
                .filter(dimension -> access.dimensions().contains(dimension.id()))
                .filter(dimension -> !access.masked().contains(dimension.id()))
                .filter(dimension -> !dimension.id().equals(TaskSpec.DATE));
        return new Catalogue(
                nearest(metrics, MetricDefinition::names, question, MOST_METRICS),
                nearest(dimensions, DimensionDefinition::names, question, MOST_DIMENSIONS));
    }

    private static <T> List<T> nearest(Stream<T> all, Function<T, Names> names, String question, int most) {
        var list = all.toList();
        if (list.size() <= most) {
            return list;
        }
        var asked = WORDS.embed(question);
        return list.stream()
                .sorted(Comparator.comparingDouble((T one) -> -nearness(names.apply(one), asked)))
                .limit(most)
                .toList();
    }

    private static double nearness(Names names, float[] asked) {
        var own = WORDS.embed(names.all().collect(Collectors.joining(" ")).toLowerCase(Locale.ROOT));
        var sum = 0.0;
        for (var n = 0; n < asked.length; n++) {
            sum += (double) asked[n] * own[n];
        }
        return sum;
    }

    boolean has(MetricId metric) {
        return metrics.stream().anyMatch(known -> known.id().equals(metric));
    }

    boolean has(DimensionId dimension) {
        return dimensions.stream().anyMatch(known -> known.id().equals(dimension));
    }

    List<String> metricIds() {
        return metrics.stream().map(metric -> metric.id().value()).toList();
    }

    List<String> dimensionIds() {
        return dimensions.stream().map(dimension -> dimension.id().value()).toList();
    }
}
