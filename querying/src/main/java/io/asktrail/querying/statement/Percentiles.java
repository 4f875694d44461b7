package io.asktrail.querying.statement;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.statement.SelectList.Item;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.Percentile;
import io.asktrail.registry.schema.RowCondition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles of what single things came to: the rows are added up for each of them first, within the groups that are
 * asked for, and the percentile is taken of these sums. A thing with rows in two groups has a value in each.
 */
final class Percentiles implements Measures {
    private static final String NAME = "each_one";
    private static final String THING = "thing";

    /** What has one value each: what all percentiles of a statement are taken of. */
    private record Thing(String per, List<RowCondition> where) {}

    private final ResolvedFetch fetch;
    private final Engine engine;
    private final Set<MetricId> metrics;

    Percentiles(ResolvedFetch fetch, Engine engine, Set<MetricId> metrics) {
        this.fetch = fetch;
        this.engine = engine;
        this.metrics = metrics;
    }

    /**
     * Whether percentiles are asked for.
     *
     * @throws SuiteException if the database only estimates them, or other numbers are asked for with them
     */
    boolean wanted() {
        var wanted = metrics.stream().filter(this::isPercentile).toList();
        if (wanted.isEmpty()) {
            return false;
        }
        if (!engine.hasPercentiles()) {
            throw new SuiteException(
                    ErrorCode.NO_PATH,
                    "%s cannot be given: %s, which holds %s, only estimates percentiles, and an estimate is not shown as a"
                                    .formatted(
                                            label(wanted.getFirst()),
                                            engine.title(),
                                            fetch.fact().title())
                            + " number.");
        }
        if (wanted.size() < metrics.size()
                || metrics.stream().map(this::thing).distinct().count() > 1) {
            throw new SuiteException(
                    ErrorCode.NO_PATH,
                    "%s is read by itself: of its rows no other number can be taken."
                            .formatted(label(wanted.getFirst())));
        }
        return true;
    }

    private boolean isPercentile(MetricId metric) {
        return fetch.measure(metric).aggregate() == Aggregate.PERCENTILE;
    }

    private Thing thing(MetricId metric) {
        return new Thing(percentile(metric).per(), fetch.measure(metric).where());
    }

    private String label(MetricId metric) {
        return fetch.metric(metric).names().english();
    }

    private Percentile percentile(MetricId metric) {
        var percentile = fetch.measure(metric).percentile();
        if (percentile == null) {
            throw new IllegalStateException(metric + " is no percentile");
        }
        return percentile;
    }

    /**
     * One row for each thing in each group.
     *
     * @param from the fact table, which brings the joins of the conditions
     * @param groups columns over that table
     */
    Table<Record> table(FromClause from, List<Condition> conditions, List<Item> groups) {
        var any = metrics.iterator().next();
        var query = engine.statements().selectQuery();
        IntStream.range(0, groups.size())
                .forEach(i -> query.addSelect(groups.get(i).expression().as(group(i))));
        query.addSelect(from.column(percentile(any).per()).as(DSL.name(THING)));
        metrics.forEach(
                metric -> query.addSelect(sum(from, fetch.measure(metric)).as(valueOf(metric))));
        query.addConditions(conditions);
        fetch.measure(any)
                .where()
                .forEach(fixed -> query.addConditions(
                        Conditions.compare(from.column(fixed.column()), fixed.op(), fixed.value())));
        query.addGroupBy(IntStream.rangeClosed(1, groups.size() + 1)
                .mapToObj(DSL::inline)
                .toList());
        query.addFrom(from.toTable());
        return query.asTable(DSL.name(NAME));
    }

    // What is not known of all rows stays unknown; nothing to take off is 0.
    private Field<?> sum(FromClause from, Measure measure) {
        var all = DSL.sum(number(from, measure.column()));
        var less = measure.percentile() == null ? null : measure.percentile().less();
        return less == null ? all : all.minus(DSL.coalesce(DSL.sum(number(from, less)), DSL.inline(BigDecimal.ZERO)));
    }

    @SuppressWarnings("unchecked") // the schema registry says that the column holds numbers
    private Field<? extends Number> number(FromClause from, @Nullable String column) {
        return (Field<? extends Number>) engine.addend(from.column(Objects.requireNonNull(column)));
    }

    /** The columns of the result over the table of things: the same groups, and what is taken of each group's values. */
    List<Item> items(List<Item> overRows) {
        var items = new ArrayList<Item>();
        for (var item : overRows) {
            var expression = item.groups()
                    ? DSL.field(
                            DSL.name(DSL.name(NAME), group(items.size())),
                            item.expression().getDataType())
                    : of(new MetricId(item.column().id()));
            items.add(new Item(item.column(), expression, item.groups()));
        }
        return items;
    }

    @Override
    public Field<?> of(MetricId metric) {
        return engine.percentile(percentile(metric).p(), DSL.field(DSL.name(DSL.name(NAME), valueOf(metric))));
    }

    private static Name group(int i) {
        return DSL.name("group_" + i);
    }

    private static Name valueOf(MetricId metric) {
        return DSL.name("value_of_" + metric.value());
    }
}
