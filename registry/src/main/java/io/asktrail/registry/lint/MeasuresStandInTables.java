package io.asktrail.registry.lint;

import io.asktrail.registry.Unit;
import io.asktrail.registry.file.Finding;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.schema.ColumnDefinition.Type;
import io.asktrail.registry.schema.TableDefinition;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A measure's table is a fact table that has its columns, of types that the aggregate and the conditions can take. */
final class MeasuresStandInTables implements LintCheck {
    private static final Set<Type> NUMBERS = Set.of(Type.INTEGER, Type.DECIMAL);

    @Override
    public Stream<Finding> check(Draft draft) {
        return draft.metrics().stream().flatMap(metric -> faults(metric, draft));
    }

    private static Stream<Finding> faults(Defined<MetricDefinition> metric, Draft draft) {
        return metric.value().derivation() instanceof Derivation.Measured measured
                ? IntStream.range(0, measured.measures().size())
                        .boxed()
                        .flatMap(i -> faults(
                                metric, "/measures/" + i, measured.measures().get(i), draft))
                : Stream.empty();
    }

    private static Stream<Finding> faults(Defined<MetricDefinition> metric, String at, Measure measure, Draft draft) {
        var table = draft.registry().tables().get(measure.table());
        if (table == null) {
            return draft.names(measure.table())
                    ? Stream.empty()
                    : Stream.of(metric.at(at + "/table", "no schema defines the table " + measure.table()));
        }
        return Stream.of(
                        fact(metric, at, table),
                        column(metric, at, measure, table),
                        counted(metric, at, measure),
                        Conditions.faults(metric, at + "/where", measure.where(), table))
                .flatMap(found -> found);
    }

    private static Stream<Finding> fact(Defined<MetricDefinition> metric, String at, TableDefinition table) {
        return table.isFact()
                ? Stream.empty()
                : Stream.of(metric.at(
                        at + "/table", "%s has no date column, so no period can bound it".formatted(table.id())));
    }

    private static Stream<Finding> column(
            Defined<MetricDefinition> metric, String at, Measure measure, TableDefinition table) {
        var percentile = measure.percentile();
        var less = percentile == null ? null : percentile.less();
        return Stream.concat(
                Stream.ofNullable(measure.column())
                        .flatMap(name -> column(metric, at + "/column", measure, table, name)),
                Stream.ofNullable(less).flatMap(name -> column(metric, at + "/percentile/less", measure, table, name)));
    }

    private static Stream<Finding> column(
            Defined<MetricDefinition> metric, String at, Measure measure, TableDefinition table, String name) {
        var column = table.column(name);
        if (column.isEmpty()) {
            return Stream.of(metric.at(at, "%s has no column '%s'".formatted(table.id(), name)));
        }
        var type = column.get().type();
        return needsNumber(measure.aggregate()) && !NUMBERS.contains(type)
                ? Stream.of(metric.at(at, "%s of '%s': it is no number but %s".formatted(word(measure), name, type)))
                : Stream.empty();
    }

    private static boolean needsNumber(Aggregate aggregate) {
        return switch (aggregate) {
            case SUM, MIN, MAX, PERCENTILE -> true;
            case COUNT, COUNT_DISTINCT -> false;
        };
    }

    private static Stream<Finding> counted(Defined<MetricDefinition> metric, String at, Measure measure) {
        return needsNumber(measure.aggregate()) || metric.value().unit() instanceof Unit.Count
                ? Stream.empty()
                : Stream.of(metric.at(
                        at + "/aggregate",
                        "%s gives a count, the unit says '%s'"
                                .formatted(word(measure), metric.value().unit().text())));
    }

    private static String word(Measure measure) {
        return measure.aggregate().name().toLowerCase(java.util.Locale.ROOT);
    }
}
