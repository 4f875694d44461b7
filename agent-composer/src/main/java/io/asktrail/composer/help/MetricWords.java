package io.asktrail.composer.help;

import io.asktrail.composer.method.PercentileWords;
import io.asktrail.composer.shown.Labels;
import io.asktrail.composer.words.Words;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a metric means, how it is worked out, from where, and whom to ask about it. */
record MetricWords(Registry registry, Labels labels) {
    String write(MetricDefinition metric) {
        var sentences = new ArrayList<String>();
        var meaning = stop(metric.description(words().language().tag()));
        sentences.add(words().of("help.meaning", "name", labels.of(metric.id()), "meaning", meaning));
        derivation(metric, sentences);
        sentences.add(words().of("help.is", "unit", unit(metric.unit()), "good", good(metric)));
        var sources = new LinkedHashSet<String>();
        collectSources(metric.id(), sources);
        if (!sources.isEmpty()) {
            sentences.add(words().of("help.sources", "sources", labels.all(List.copyOf(sources))));
        }
        sentences.add(words().of("help.owner", "id", metric.id().value(), "owner", metric.owner()));
        return String.join(" ", sentences);
    }

    private static String stop(String sentence) {
        var text = sentence.strip();
        return text.endsWith(".") || text.endsWith("।") ? text : text + ".";
    }

    private void derivation(MetricDefinition metric, List<String> sentences) {
        var name = labels.of(metric.id());
        switch (metric.derivation()) {
            case Derivation.Ratio(var formula) ->
                sentences.add(words().of("help.formula.ratio", "name", name, "formula", labels.of(formula)));
            case Derivation.Derived(var formula) ->
                sentences.add(words().of("help.formula.derived", "name", name, "formula", labels.of(formula)));
            case Derivation.FirstAvailable(var candidates) ->
                sentences.add(words().of(
                                "help.first",
                                "candidates",
                                candidates.stream()
                                        .map(labels::of)
                                        .collect(Collectors.joining(words().of("help.else")))));
            case Derivation.Measured _ ->
                PercentileWords.of(metric, labels).map(MetricWords::stop).ifPresent(sentences::add);
        }
    }

    private String unit(Unit unit) {
        return switch (unit) {
            case Unit.Money(var currency) -> words().of("help.unit.money", "currency", currency.getCurrencyCode());
            case Unit.Count _ -> words().of("help.unit.count");
            case Unit.Ratio _ -> words().of("help.unit.ratio");
            case Unit.Percent _ -> words().of("help.unit.percent");
        };
    }

    private String good(MetricDefinition metric) {
        return words().of("help.good." + metric.good().name().toLowerCase(Locale.ROOT));
    }

    private Words words() {
        return labels.words();
    }

    private void collectSources(MetricId metric, Set<String> sources) {
        var definition = registry.findMetric(metric);
        if (definition.isEmpty()) {
            return;
        }
        if (definition.get().derivation() instanceof Derivation.Measured measured) {
            measured.measures().stream()
                    .map(Measure::table)
                    .forEach(table -> sources.add(
                            registry.table(table).title(words().language().tag())));
        } else {
            definition.get().derivation().inputs().forEach(input -> collectSources(input, sources));
        }
    }
}
