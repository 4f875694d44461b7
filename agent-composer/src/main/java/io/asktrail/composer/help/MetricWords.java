package io.asktrail.composer.help;

import io.asktrail.composer.method.PercentileWords;
import io.asktrail.composer.shown.Labels;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a metric means, how it is worked out, from where, and whom to ask about it. */
record MetricWords(Registry registry, Labels labels) {
    String write(MetricDefinition metric) {
        var sentences = new ArrayList<String>();
        sentences.add("%s: %s".formatted(metric.names().english(), stop(metric.description())));
        derivation(metric, sentences);
        sentences.add("It is %s, and %s.".formatted(unit(metric.unit()), good(metric)));
        var sources = new LinkedHashSet<String>();
        collectSources(metric.id(), sources);
        if (!sources.isEmpty()) {
            sentences.add("It comes from %s.".formatted(Labels.list(List.copyOf(sources))));
        }
        sentences.add("Its id is %s; ask %s about it.".formatted(metric.id(), metric.owner()));
        return String.join(" ", sentences);
    }

    private static String stop(String sentence) {
        var text = sentence.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private void derivation(MetricDefinition metric, List<String> sentences) {
        var name = metric.names().english();
        switch (metric.derivation()) {
            case Derivation.Ratio(var formula) ->
                sentences.add("%s = %s, each added up first.".formatted(name, labels.of(formula)));
            case Derivation.Derived(var formula) -> sentences.add("%s = %s.".formatted(name, labels.of(formula)));
            case Derivation.FirstAvailable(var candidates) ->
                sentences.add("It is %s, whichever comes first for all that is asked."
                        .formatted(String.join(
                                ", else ", candidates.stream().map(labels::of).toList())));
            case Derivation.Measured _ ->
                PercentileWords.of(metric, labels).map(MetricWords::stop).ifPresent(sentences::add);
        }
    }

    private static String unit(Unit unit) {
        return switch (unit) {
            case Unit.Money(var currency) -> "an amount in " + currency.getCurrencyCode();
            case Unit.Count _ -> "a count";
            case Unit.Ratio _ -> "a plain ratio";
            case Unit.Percent _ -> "a rate in per cent";
        };
    }

    private static String good(MetricDefinition metric) {
        return switch (metric.good()) {
            case UP -> "more is better";
            case DOWN -> "less is better";
            case NEUTRAL -> "neither more nor less is better as such";
        };
    }

    private void collectSources(MetricId metric, Set<String> sources) {
        var definition = registry.findMetric(metric);
        if (definition.isEmpty()) {
            return;
        }
        if (definition.get().derivation() instanceof Derivation.Measured measured) {
            measured.measures().stream()
                    .map(Measure::table)
                    .forEach(table -> sources.add(registry.table(table).title()));
        } else {
            definition.get().derivation().inputs().forEach(input -> collectSources(input, sources));
        }
    }
}
