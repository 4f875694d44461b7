package io.asktrail.router.reading;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Unit;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows and groups are kept: values, exclusions and bounds, on top of those of the task before. */
final class Conditions {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Sentence sentence;
    private final Findings findings;
    private final @Nullable TaskSpec base;
    private final Map<DimensionId, Set<String>> kept = new LinkedHashMap<>();
    private final Map<DimensionId, Set<String>> leftOut = new LinkedHashMap<>();
    private final List<Filter> others = new ArrayList<>();

    Conditions(Sentence sentence, Findings findings, @Nullable TaskSpec base) {
        this.sentence = sentence;
        this.findings = findings;
        this.base = base;
    }

    Entities entities() {
        startFromBase();
        findings.lifted.forEach(dimension -> {
            kept.remove(dimension);
            leftOut.remove(dimension);
        });
        keep();
        leaveOut();
        var values = new LinkedHashMap<DimensionId, List<String>>();
        kept.forEach((dimension, names) -> values.put(dimension, List.copyOf(names)));
        return Entities.of(values);
    }

    private void startFromBase() {
        if (base == null) {
            return;
        }
        base.entities().kept().forEach((dimension, values) -> kept.put(dimension, new LinkedHashSet<>(values)));
        for (var filter : base.filters()) {
            var exclusion = filter.op() == Operator.NE || filter.op() == Operator.NOT_IN;
            if (exclusion && filter.value() != null && sentence.registry().isDimension(filter.field())) {
                leftOut.computeIfAbsent(filter.field().asDimension(), _ -> new LinkedHashSet<>())
                        .addAll(filter.value().texts());
            } else {
                others.add(filter);
            }
        }
    }

    private void keep() {
        var named = new LinkedHashMap<DimensionId, Set<String>>();
        findings.kept.forEach(use -> named.computeIfAbsent(use.dimension(), _ -> new LinkedHashSet<>())
                .add(use.value()));
        named.forEach((dimension, values) -> {
            if (findings.also
                    && leftOut.containsKey(dimension)
                    && leftOut.get(dimension).containsAll(values)) {
                leftOut.get(dimension).removeAll(values);
                leftOut.values().removeIf(Set::isEmpty);
                return;
            }
            if (findings.also && leftOut.containsKey(dimension) && !kept.containsKey(dimension)) {
                leftOut.get(dimension).addAll(values);
                findings.assumptions.add(Said.of(RouterSaying.LEFT_OUT_TOO).text(String.join(", ", values)));
                return;
            }
            replaceRelatives(dimension, named.keySet());
            leftOut.remove(dimension);
            if (findings.also) {
                kept.computeIfAbsent(dimension, _ -> new LinkedHashSet<>()).addAll(values);
            } else {
                kept.put(dimension, values);
            }
        });
    }

    // A city takes the place of the state that was set, and the other way round.
    private void replaceRelatives(DimensionId dimension, Set<DimensionId> named) {
        var parent = sentence.registry().dimension(dimension).parent();
        kept.keySet()
                .removeIf(other -> !named.contains(other)
                        && (other.equals(parent)
                                || dimension.equals(
                                        sentence.registry().dimension(other).parent())));
    }

    private void leaveOut() {
        for (var out : findings.leftOut) {
            var own = kept.get(out.dimension());
            if (own != null && own.contains(out.value())) {
                own.remove(out.value());
                if (own.isEmpty()) {
                    findings.problems.add(
                            new Problem.Other(Said.of(RouterSaying.NOTHING_LEFT).text(out.value())));
                }
            } else if (own == null) {
                // Where values are kept already, whatever is not among them is left out as it is.
                leftOut.computeIfAbsent(out.dimension(), _ -> new LinkedHashSet<>())
                        .add(out.value());
            }
        }
    }

    /** Called after {@link #entities}. */
    List<Filter> filters(List<MetricId> metrics) {
        var all = new ArrayList<Filter>();
        leftOut.forEach((dimension, values) -> all.add(new Filter(
                FieldId.of(dimension),
                values.size() == 1 ? Operator.NE : Operator.NOT_IN,
                values.size() == 1
                        ? new FilterValue.Text(values.iterator().next())
                        : new FilterValue.Texts(List.copyOf(values)))));
        var bounds = bounds(metrics);
        others.stream()
                .filter(other -> bounds.stream()
                        .noneMatch(bound -> bound.field().equals(other.field()) && bound.op() == other.op()))
                .forEach(all::add);
        all.addAll(bounds);
        findings.containing.forEach(containing -> all.add(new Filter(
                FieldId.of(containing.dimension()), Operator.CONTAINS, new FilterValue.Text(containing.text()))));
        return List.copyOf(all);
    }

    private List<Filter> bounds(List<MetricId> metrics) {
        var all = new ArrayList<Filter>();
        for (var bound : findings.bounds) {
            var metric = bound.metric();
            if (metric == null && metrics.size() == 1) {
                metric = metrics.getFirst();
            }
            if (metric == null) {
                findings.problems.add(new Problem.Other(Said.of(RouterSaying.WHICH_BOUNDED)
                        .text(bound.op().symbol())
                        .text(bound.number().toPlainString())));
            } else {
                all.add(new Filter(FieldId.of(metric), bound.op(), new FilterValue.Numeric(number(bound, metric))));
            }
        }
        return all;
    }

    // Rates are fractions: 40 % is 0.4, and an ACOS "over 40" means 40 %.
    private BigDecimal number(Findings.Bound bound, MetricId metric) {
        var definition = sentence.registry().metric(metric);

        var number = bound.number();
        switch (definition.unit()) {
            case Unit.Percent _ -> {
                refuse(bound.money(), RouterSaying.RATE_NO_MONEY, metric);
                if (bound.percent()) {
                    number = number.divide(HUNDRED);
                } else if (number.compareTo(BigDecimal.ONE) >= 0) {
                    findings.assumptions.add(
                            Said.of(RouterSaying.RATE_READ_AS).metric(metric).text(number.toPlainString()));
                    number = number.divide(HUNDRED);
                }
            }
            case Unit.Ratio _ -> {
                refuse(bound.money(), RouterSaying.RATIO_NO_MONEY, metric);
                number = bound.percent() ? number.divide(HUNDRED) : number;
            }
            case Unit.Money _ -> refuse(bound.percent(), RouterSaying.MONEY_NO_RATE, metric);
            case Unit.Count _ -> refuse(bound.percent() || bound.money(), RouterSaying.IS_COUNT, metric);
        }
        return number;
    }

    private void refuse(boolean wrong, RouterSaying reason, MetricId metric) {
        if (wrong) {
            findings.problems.add(new Problem.Other(Said.of(reason).metric(metric)));
        }
    }
}
