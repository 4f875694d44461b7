package io.asktrail.router.vocabulary;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.DimensionPath;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.schema.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which figures and dimensions are those of ads, and which are the shop's: what the shop sold stands in other tables
 * than what ads are credited with, and the registry's {@code credited} names the two sides of a figure.
 */
public final class AdSide {
    private final Registry registry;
    private final Map<MetricId, MetricId> credited = new HashMap<>();
    private final Set<TableId> ofShop = new HashSet<>();
    private final Set<TableId> ofAds = new HashSet<>();
    private final Set<DimensionId> adDimensions = new HashSet<>();
    private final Set<DimensionId> onlyAdDimensions = new HashSet<>();

    AdSide(Registry registry) {
        this.registry = registry;
        for (var metric : registry.metrics().values()) {
            var byAds = metric.credited();
            if (byAds != null) {
                credited.put(metric.id(), byAds);
                tables(metric.id(), ofShop);
                tables(byAds, ofAds);
            }
        }
        registry.dimensions().keySet().forEach(this::place);
    }

    private void place(DimensionId dimension) {
        if (ofAds.stream().noneMatch(table -> registry.path(table, dimension).isPresent())) {
            return;
        }
        var ofOrders = ofShop.stream()
                .map(table -> registry.path(table, dimension))
                .flatMap(Optional::stream)
                .map(DimensionPath::binding)
                .toList();
        if (ofOrders.isEmpty()) {
            onlyAdDimensions.add(dimension);
        }
        // A campaign is known of the orders that came through one; it stays a thing of ads.
        if (ofOrders.stream().allMatch(binding -> binding.nullMeans() != null)) {
            adDimensions.add(dimension);
        }
    }

    /** What ads are credited with of a figure of the shop. */
    public Optional<MetricId> credited(MetricId metric) {
        return Optional.ofNullable(credited.get(metric));
    }

    /** Whether only ads have this dimension; an order may have it through the ad that it came by. */
    public boolean isOfAds(DimensionId dimension) {
        return adDimensions.contains(dimension);
    }

    /** Whether no order has this dimension, not even through an ad. */
    public boolean isAdsAlone(DimensionId dimension) {
        return onlyAdDimensions.contains(dimension);
    }

    /** Whether one of these figures is counted where what ads are credited with is. */
    public boolean isAnyOfAds(Collection<MetricId> metrics) {
        return isAnyIn(metrics, ofAds);
    }

    /** Whether one of these figures is counted where the shop's orders are. */
    public boolean isAnyOfShop(Collection<MetricId> metrics) {
        return isAnyIn(metrics, ofShop);
    }

    /** Whether a figure leads to what ads are credited with, as clicks do to orders, or is a ratio of one that does. */
    public boolean leadsTo(MetricId byAds, MetricId metric) {
        var steps = registry.metric(byAds).chain();
        return !metric.equals(byAds)
                && (steps.contains(metric)
                        || registry.metric(metric).derivation() instanceof Derivation.Ratio ratio
                                && ratio.inputs().stream().anyMatch(steps::contains));
    }

    /** The ratio of what ads are credited with to the whole of a figure. */
    public Optional<MetricId> shareOfAds(MetricId whole) {
        return credited(whole)
                .flatMap(part -> registry.metrics().values().stream()
                        .filter(metric -> metric.derivation() instanceof Derivation.Ratio(var formula)
                                && formula
                                        instanceof
                                        Formula.Operation(
                                                var _,
                                                Formula.Reference(var top),
                                                Formula.Reference(var bottom))
                                && top.equals(part)
                                && bottom.equals(whole))
                        .map(MetricDefinition::id)
                        .findFirst());
    }

    /** The ratio of what was sold to this: sales for each order, for each unit. */
    public Optional<MetricId> salesPer(MetricId whole) {
        return registry.metrics().values().stream()
                .filter(metric -> metric.derivation() instanceof Derivation.Ratio(var formula)
                        && formula
                                instanceof
                                Formula.Operation(var _, Formula.Reference(var top), Formula.Reference(var bottom))
                        && credited.containsKey(top)
                        && bottom.equals(whole))
                .map(MetricDefinition::id)
                .findFirst();
    }

    private boolean isAnyIn(Collection<MetricId> metrics, Set<TableId> side) {
        var found = new HashSet<TableId>();
        metrics.forEach(metric -> tables(metric, found));
        return found.stream().anyMatch(side::contains);
    }

    private void tables(MetricId metric, Set<TableId> into) {
        registry.findMetric(metric).map(MetricDefinition::derivation).ifPresent(derivation -> {
            if (derivation instanceof Derivation.Measured(var measures, var _)) {
                measures.stream().map(Measure::table).forEach(into::add);
            }
            derivation.inputs().forEach(input -> tables(input, into));
        });
    }
}
