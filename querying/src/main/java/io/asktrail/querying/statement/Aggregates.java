package io.asktrail.querying.statement;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.querying.engine.Engine;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Aggregate;
import io.asktrail.registry.metric.Measure;
import io.asktrail.registry.metric.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Measured metrics as aggregates over the fact table's rows. */
public final class Aggregates implements Measures {
    private final ResolvedFetch fetch;
    private final FromClause from;
    private final Engine engine;

    Aggregates(ResolvedFetch fetch, FromClause from, Engine engine) {
        this.fetch = fetch;
        this.from = from;
        this.engine = engine;
    }

    @Override
    public Field<?> of(MetricId metric) {
        var measure = fetch.measure(metric);
        var conditions = rowsThatCount(metric, measure);
        var plain = function(measure);
        var counted = conditions.isEmpty() ? plain : plain.filterWhere(conditions);
        return switch (measure.aggregate()) {
            case COUNT, COUNT_DISTINCT -> counted.coerce(SQLDataType.BIGINT);
            case SUM -> conditions.isEmpty() ? counted : zeroIfNoRowCounts(counted, metric);
            case MIN, MAX -> counted;
            case PERCENTILE -> throw new IllegalStateException(metric + " is no aggregate of rows");
        };
    }

    // A state whose orders were all cancelled has gross sales of 0, not of nothing.
    private Field<?> zeroIfNoRowCounts(Field<?> counted, MetricId metric) {
        return fetch.metric(metric).additivity() == Additivity.ADDITIVE
                ? DSL.coalesce(counted.coerce(SQLDataType.NUMERIC), DSL.inline(0))
                : counted;
    }

    private AggregateFunction<?> function(Measure measure) {
        if (measure.column() == null) {
            return DSL.count();
        }
        var column = from.column(measure.column());
        return switch (measure.aggregate()) {
            case SUM -> DSL.sum(addend(column));
            case COUNT -> DSL.count(column);
            case COUNT_DISTINCT -> DSL.countDistinct(column);
            case MIN -> DSL.min(column);
            case MAX -> DSL.max(column);
            case PERCENTILE -> throw new IllegalStateException(measure + " is no aggregate of rows");
        };
    }

    @SuppressWarnings("unchecked") // the schema registry says that the column holds numbers
    private Field<? extends Number> addend(Field<?> column) {
        return (Field<? extends Number>) engine.addend(column);
    }

    /** Which rows make a difference to a metric. */
    List<Condition> rowsThatAdd(MetricId metric) {
        var measure = fetch.measure(metric);
        var conditions = rowsThatCount(metric, measure);
        if (measure.column() != null) {
            var column = from.column(measure.column());
            conditions.add(
                    measure.aggregate() == Aggregate.SUM
                            ? column.coerce(BigDecimal.class).ne(DSL.inline(BigDecimal.ZERO))
                            : column.isNotNull());
        }
        return conditions;
    }

    private List<Condition> rowsThatCount(MetricId metric, Measure measure) {
        var conditions = new ArrayList<Condition>();
        for (var fixed : measure.where()) {
            conditions.add(Conditions.compare(from.column(fixed.column()), fixed.op(), fixed.value()));
        }
        if (fetch.reachesBack() && fetch.window(metric) == Window.PERIOD) {
            var start = Objects.requireNonNull(fetch.inputs().dateRange()).start();
            conditions.add(Days.of(fetch, from, engine).since(start));
        }
        return conditions;
    }
}
