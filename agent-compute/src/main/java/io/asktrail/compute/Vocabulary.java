package io.asktrail.compute;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.GoodDirection;
import io.asktrail.registry.metric.MetricDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the registry, and the formulas of one step, say about columns. */
record Vocabulary(Registry registry, Map<MetricId, Formula> formulas) {
    Vocabulary {
        formulas = Map.copyOf(formulas);
    }

    /** The metric or dimension a column belongs to: {@code campaign} for {@code campaign.id}. */
    static String baseOf(String columnId) {
        var dot = columnId.indexOf('.');
        return dot < 0 ? columnId : columnId.substring(0, dot);
    }

    boolean isDimension(Column column) {
        return column.type() != ColumnType.NUMBER
                || registry.dimensions().containsKey(new DimensionId(baseOf(column.id())));
    }

    List<String> dimensionColumns(Frame frame) {
        return frame.columns().stream()
                .filter(this::isDimension)
                .map(Column::id)
                .toList();
    }

    List<String> metricColumns(Frame frame) {
        return frame.columns().stream()
                .filter(column -> !isDimension(column))
                .map(Column::id)
                .toList();
    }

    Optional<MetricDefinition> metricOf(String columnId) {
        return registry.findMetric(new MetricId(baseOf(columnId)));
    }

    String labelOf(MetricId metric) {
        return registry.findMetric(metric)
                .map(definition -> definition.names().english())
                .orElse(metric.value());
    }

    Column column(MetricId metric) {
        return column(metric, "", "");
    }

    /** A column derived from a metric, in the metric's unit. */
    Column column(MetricId metric, String suffix, String words) {
        var unit = registry.findMetric(metric)
                .map(definition -> definition.unit().text())
                .orElse(null);
        return column(metric, suffix, words, unit);
    }

    Column column(MetricId metric, String suffix, String words, @Nullable String unit) {
        return new Column(metric.value() + suffix, labelOf(metric) + words, ColumnType.NUMBER, unit);
    }

    boolean isAdditive(MetricId metric) {
        return registry.findMetric(metric)
                .map(definition -> definition.additivity() == Additivity.ADDITIVE)
                .orElse(false);
    }

    /**
     * Whether no rows at a source mean 0 of it. That holds for sums and for every kind of count, but not for a ratio, a
     * smallest or a largest value.
     */
    boolean isFlow(String columnId) {
        return metricOf(columnId)
                .map(metric -> metric.additivity() == Additivity.ADDITIVE || counts(metric.derivation()))
                .orElse(false);
    }

    private static boolean counts(Derivation derivation) {
        return derivation instanceof Derivation.Measured measured
                && measured.measures().stream()
                        .allMatch(measure -> measure.aggregate() == Aggregate.COUNT_DISTINCT
                                || measure.aggregate() == Aggregate.COUNT);
    }

    boolean lessIsBetter(MetricId metric) {
        return registry.findMetric(metric)
                .map(definition -> definition.good() == GoodDirection.DOWN)
                .orElse(false);
    }

    /** How a metric follows from others in this step: as the step says, else as the registry does. */
    Optional<Formula> formulaOf(MetricId metric) {
        return Optional.ofNullable(formulas.get(metric))
                .or(() -> registry.findMetric(metric).flatMap(definition -> switch (definition.derivation()) {
                    case Derivation.Ratio(var formula) -> Optional.of(formula);
                    case Derivation.Derived(var formula) -> Optional.of(formula);
                    case Derivation.Measured _, Derivation.FirstAvailable _ -> Optional.empty();
                }));
    }

    @Nullable
    BigDecimal rounded(MetricId metric, @Nullable BigDecimal exact) {
        return exact == null
                ? null
                : registry.findMetric(metric)
                        .map(definition -> definition.rounding().apply(exact))
                        .orElse(exact);
    }
}
