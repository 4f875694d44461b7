package io.asktrail.querying.statement;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Grain;
import io.asktrail.querying.engine.Engine;
import io.asktrail.registry.DimensionPath.Hop;
import io.asktrail.registry.metric.Aggregate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The rows of a fact table added up by the keys that lead to other tables, for these to be joined to what is left: a month
 * of campaign-days is 31 times as many rows as there are names of campaigns to find.
 */
final class Parts implements Measures {
    private static final String NAME = "parts";

    private final ResolvedFetch fetch;
    private final Engine engine;
    private final Set<MetricId> metrics;

    Parts(ResolvedFetch fetch, Engine engine, Set<MetricId> metrics) {
        this.fetch = fetch;
        this.engine = engine;
        this.metrics = metrics;
    }

    /**
     * Whether fewer rows are joined so.
     *
     * @param joined where the conditions lead: what is joined for them is there already
     */
    boolean pay(Set<List<Hop>> joined) {
        var groups = fetch.inputs().groupBy();
        var leadsFurther = groups.stream()
                .filter(dimension -> !fetch.isTime(dimension))
                .map(dimension -> fetch.path(dimension).hops())
                .anyMatch(hops -> !hops.isEmpty() && !joined.contains(hops));
        var byDay = groups.stream().anyMatch(fetch::isTime) && grain() == Grain.DAY;
        return leadsFurther
                && !byDay
                && metrics.stream()
                        .allMatch(metric -> isMadeOfParts(fetch.measure(metric).aggregate()));
    }

    private static boolean isMadeOfParts(Aggregate aggregate) {
        return switch (aggregate) {
            case SUM, COUNT, MIN, MAX -> true;
            case COUNT_DISTINCT, PERCENTILE -> false;
        };
    }

    /** @param from the fact table, which brings the joins of the conditions */
    Table<Record> table(FromClause from, List<Condition> conditions, Measures sums) {
        var keys = keys(from);
        var query = engine.statements().selectQuery();
        keys.forEach((name, key) -> query.addSelect(key.as(DSL.name(name))));
        metrics.forEach(metric -> query.addSelect(sums.of(metric).as(partOf(metric))));
        query.addConditions(conditions);
        query.addGroupBy(
                IntStream.rangeClosed(1, keys.size()).mapToObj(DSL::inline).toList());
        query.addFrom(from.toTable());
        return query.asTable(DSL.name(NAME));
    }

    // Each under its own name, so that the table of parts is read as the fact table would be.
    private Map<String, Field<?>> keys(FromClause from) {
        var keys = new LinkedHashMap<String, Field<?>>();
        for (var dimension : fetch.inputs().groupBy()) {
            if (fetch.isTime(dimension)) {
                keys.put(dateColumn(), Days.of(fetch, from, engine).startOf(grain()));
            } else {
                columns(dimension).forEach(column -> keys.put(column, from.column(column)));
            }
        }
        return keys;
    }

    private List<String> columns(DimensionId dimension) {
        var path = fetch.path(dimension);
        if (!path.hops().isEmpty()) {
            return List.of(path.hops().getFirst().key().column());
        }
        var binding = path.binding();
        var columns = new ArrayList<>(List.of(binding.column()));
        if (binding.key() != null) {
            columns.add(binding.key());
        }
        if (binding.title() != null) {
            columns.add(binding.title());
        }
        return columns;
    }

    /** The first day of a group's week, month …, as it stands in the parts. */
    Field<LocalDate> day() {
        return DSL.field(DSL.name(NAME, dateColumn()), LocalDate.class);
    }

    /** The whole of the parts. */
    @Override
    public Field<?> of(MetricId metric) {
        var aggregate = fetch.measure(metric).aggregate();
        var part = DSL.field(DSL.name(DSL.name(NAME), partOf(metric)), BigDecimal.class);
        return switch (aggregate) {
            case SUM -> DSL.sum(part);
            case COUNT -> DSL.sum((Field<? extends Number>) engine.addend(part.coerce(Long.class)));
            case MIN -> DSL.min(part);
            case MAX -> DSL.max(part);
            case COUNT_DISTINCT, PERCENTILE -> throw new IllegalStateException(metric + " does not add up");
        };
    }

    private static Name partOf(MetricId metric) {
        return DSL.name("part_of_" + metric.value());
    }

    private String dateColumn() {
        return Objects.requireNonNull(fetch.fact().dateColumn());
    }

    private Grain grain() {
        return Objects.requireNonNullElse(fetch.inputs().grain(), Grain.DAY);
    }
}
