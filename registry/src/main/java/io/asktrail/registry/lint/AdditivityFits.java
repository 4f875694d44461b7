package io.asktrail.registry.lint;

import io.asktrail.registry.Registry;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Window;
import java.util.stream.Stream;

/** A metric says truly whether its parts add up: totals would be wrong without a word otherwise. */
final class AdditivityFits implements LintCheck {
    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream()
                .filter(metric -> metric.value().additivity() != expected(metric.value(), draft.registry()))
                .map(metric -> metric.at("/additivity", text(metric.value(), draft.registry())));
    }

    private static String text(MetricDefinition metric, Registry registry) {
        return "%s is %s, by what it is worked out from"
                .formatted(
                        metric.id(),
                        switch (expected(metric, registry)) {
                            case ADDITIVE -> "additive";
                            case NON_ADDITIVE -> "non_additive";
                            case RATIO -> "ratio";
                        });
    }

    private static Additivity expected(MetricDefinition metric, Registry registry) {
        return switch (metric.derivation()) {
            case Derivation.Measured measured -> adds(measured) ? Additivity.ADDITIVE : Additivity.NON_ADDITIVE;
            case Derivation.Ratio _ -> Additivity.RATIO;
            case Derivation.Derived _, Derivation.FirstAvailable _ ->
                inputsAdd(metric, registry) ? Additivity.ADDITIVE : Additivity.NON_ADDITIVE;
        };
    }

    private static boolean adds(Derivation.Measured measured) {
        return measured.window() == Window.PERIOD
                && measured.measures().stream()
                        .allMatch(measure ->
                                measure.aggregate() == Aggregate.SUM || measure.aggregate() == Aggregate.COUNT);
    }

    private static boolean inputsAdd(MetricDefinition metric, Registry registry) {
        return metric.derivation().inputs().stream()
                .flatMap(input -> registry.findMetric(input).stream())
                .allMatch(input -> input.additivity() == Additivity.ADDITIVE);
    }
}
