package io.asktrail.querying;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.querying.engine.Engine;
import io.asktrail.registry.schema.TableDefinition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SelectQuery;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Builds the one statement of a fetch. Names come from the schema registry alone and are quoted; values are bound. */
final class StatementBuilder {
    static final String ROW_COUNT = "row_count";

    // Longer results come in parts of so many rows, so that they are never in memory as the driver holds them.
    private static final int FETCHED_AT_ONCE = 10_000;

    private static final long MANY = 1_000_000;

    // Older than any order; a fact table is never read without a first day.
    static final LocalDate BEGINNING = LocalDate.EPOCH;

    private final ResolvedFetch fetch;
    private final FromClause from;
    private final Aggregates aggregates;
    private final Engine engine;
    private final int cap;

    StatementBuilder(ResolvedFetch fetch, Engine engine) {
        this(fetch, engine, fetch.tool().quotas().maxResultRows());
    }

    /** @param cap the most rows that may be given */
    StatementBuilder(ResolvedFetch fetch, Engine engine, int cap) {
        this.fetch = fetch;
        this.engine = engine;
        this.cap = cap;
        this.from = new FromClause(fetch.registry(), fetch.fact());
        this.aggregates = new Aggregates(fetch, from, engine);
    }

    static Days days(ResolvedFetch fetch, FromClause from, Engine engine) {
        var calendar = fetch.registry().calendar().definition();
        return new Days(from, fetch.fact(), fetch.inputs().tz(), calendar.weekStart(), engine);
    }

    BuiltStatement build() {
        var conditions = conditions(Optional.empty());
        var percentiles = new Percentiles(fetch, engine, metrics());
        if (percentiles.wanted()) {
            return build(percentiles, conditions);
        }
        var parts = new Parts(fetch, engine, metrics());
        if (parts.pay(from.joined())) {
            var table = parts.table(from, conditions, aggregates);
            return build(new FromClause(fetch.registry(), fetch.fact(), table), parts, parts::day, List.of());
        }
        return build(from, aggregates, this::startOfGrain, conditions);
    }

    private BuiltStatement build(Percentiles percentiles, List<Condition> conditions) {
        var overRows = new SelectList(fetch, from, percentiles, this::startOfGrain).items();
        var groups = overRows.stream().filter(SelectList.Item::groups).toList();
        var each = percentiles.table(from, conditions, groups);
        var over = new FromClause(fetch.registry(), fetch.fact(), each);
        return build(over, percentiles, percentiles.items(overRows), List.of());
    }

    private Field<LocalDate> startOfGrain() {
        return days(fetch, from, engine).startOf(grain());
    }

    private BuiltStatement build(
            FromClause over, Measures measures, Supplier<Field<LocalDate>> day, List<Condition> conditions) {
        return build(over, measures, new SelectList(fetch, over, measures, day).items(), conditions);
    }

    private BuiltStatement build(
            FromClause over, Measures measures, List<SelectList.Item> items, List<Condition> conditions) {
        var countsRows = items.stream().noneMatch(SelectList.Item::groups);
        var selected = new ArrayList<SelectField<?>>();
        items.forEach(item -> selected.add(item.named()));
        if (countsRows) {
            selected.add(DSL.count().as(DSL.name(ROW_COUNT)));
        }
        var query = empty();
        query.addSelect(selected);
        query.addConditions(conditions);
        query.addHaving(having(measures));
        query.addOrderBy(order(items, measures));
        query.addLimit(DSL.inline(rowsToAskFor()));
        if (!countsRows) {
            query.addGroupBy(groups(items));
        }
        // Last: every column that was named above has brought its join by now.
        query.addFrom(over.toTable());
        var inParts = maybeLong(countsRows);
        if (inParts) {
            query.fetchSize(FETCHED_AT_ONCE);
        }
        return new BuiltStatement(
                query,
                items.stream().map(SelectList.Item::column).toList(),
                countsRows,
                mostRows(),
                rowsToAskFor(),
                inParts,
                Stream.concat(from.tables().stream(), over.tables().stream())
                        .distinct()
                        .toList());
    }

    // Shown, or what groups are kept or ordered by.
    private Set<MetricId> metrics() {
        var all = new LinkedHashSet<>(fetch.inputs().metrics());
        Stream.concat(
                        fetch.inputs().filters().stream().map(Filter::field),
                        fetch.inputs().orderBy().stream().map(Ordering::field))
                .filter(fetch.registry()::isMetric)
                .forEach(field -> all.add(field.asMetric()));
        return all;
    }

    private Grain grain() {
        return Objects.requireNonNullElse(fetch.inputs().grain(), Grain.DAY);
    }

    /** Over the rows without a value of the dimension that the rest of the question would keep: what is left out by it. */
    Select<Record> leftOutWithout(DimensionId dimension, List<SelectField<?>> sums) {
        return leftOut(dimension, sums, List.of());
    }

    /**
     * One of the rows that are left out, if there is one.
     *
     * @param metric only rows that add something to it
     */
    Select<Record> oneLeftOutWithout(DimensionId dimension, Optional<MetricId> metric) {
        var found = DSL.inline(1).as(DSL.name("found"));
        return leftOut(
                dimension, List.of(found), metric.map(aggregates::rowsThatAdd).orElse(List.of()));
    }

    private Select<Record> leftOut(DimensionId dimension, List<SelectField<?>> selected, List<Condition> further) {
        var path = fetch.path(dimension);
        var conditions = new ArrayList<>(conditions(Optional.of(dimension)));
        conditions.add(from.column(path, path.binding().column()).isNull());
        conditions.addAll(further);
        var query = empty();
        query.addSelect(selected);
        query.addConditions(conditions);
        query.addLimit(DSL.inline(1));
        query.addFrom(from.toTable());
        return query;
    }

    /** Rows of the fact table as they are, in the order of what makes each unique. */
    BuiltStatement singleRows(List<SingleRowColumn> columns) {
        var query = empty();
        columns.forEach(column -> query.addSelect(column.selected(from)));
        query.addConditions(conditions(Optional.empty()));
        fetch.fact().grain().forEach(column -> query.addOrderBy(from.column(column)));
        query.addLimit(DSL.inline(rowsToAskFor()));
        query.addFrom(from.toTable());
        query.fetchSize(FETCHED_AT_ONCE);
        return new BuiltStatement(
                query,
                columns.stream().map(SingleRowColumn::column).toList(),
                false,
                mostRows(),
                rowsToAskFor(),
                true,
                from.tables());
    }

    private SelectQuery<Record> empty() {
        return engine.statements().selectQuery();
    }

    /** The tables that are read by what was built up to now. */
    List<TableDefinition> tables() {
        return from.tables();
    }

    Aggregates aggregates() {
        return aggregates;
    }

    private List<Condition> conditions(Optional<DimensionId> except) {
        var all = new ArrayList<Condition>();
        period().ifPresent(all::add);
        fetch.inputs().entities().kept().forEach((dimension, values) -> {
            if (except.filter(dimension::equals).isEmpty()) {
                all.add(Conditions.compare(field(dimension), Operator.IN, new FilterValue.Texts(values)));
            }
        });
        for (var filter : fetch.inputs().filters()) {
            if (!fetch.registry().isMetric(filter.field())
                    && except.filter(filter.field().asDimension()::equals).isEmpty()) {
                all.add(Conditions.compare(field(filter.field().asDimension()), filter.op(), filter.value()));
            }
        }
        if (except.isEmpty()) {
            winners().ifPresent(all::add);
        }
        all.addAll(RowPredicates.of(fetch, from, except));
        return all;
    }

    // Of what a condition leaves out everything is told, not only of the groups that came out first.
    private Optional<Condition> winners() {
        var only = fetch.inputs().only();
        return only == null || only.values() == null
                ? Optional.empty()
                : Optional.of(
                        Conditions.compare(field(only.dimension()), Operator.IN, new FilterValue.Texts(only.values())));
    }

    private Optional<Condition> period() {
        if (!fetch.fact().isFact()) {
            return Optional.empty();
        }
        var range = fetch.inputs().dateRange();
        var days = days(fetch, from, engine);
        return Optional.of(days.within(fetch.reachesBack() ? new DateRange(BEGINNING, range.end()) : range));
    }

    private Field<?> field(DimensionId dimension) {
        if (fetch.isTime(dimension)) {
            return days(fetch, from, engine).day();
        }
        var path = fetch.path(dimension);
        return from.column(path, path.binding().column());
    }

    private List<Condition> having(Measures measures) {
        return fetch.inputs().filters().stream()
                .filter(filter -> fetch.registry().isMetric(filter.field()))
                .map(filter -> Conditions.compare(measures.of(filter.field().asMetric()), filter.op(), filter.value()))
                .toList();
    }

    // By position: an expression with parameters in it is not the same expression twice to the database.
    private static List<Field<Integer>> groups(List<SelectList.Item> items) {
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).groups())
                .mapToObj(i -> (Field<Integer>) DSL.inline(i + 1))
                .toList();
    }

    /** As asked, then by the groups, so that equal questions get equal rows in the equal order. */
    private List<SortField<?>> order(List<SelectList.Item> items, Measures measures) {
        var order = new ArrayList<SortField<?>>();
        for (var ordering : fetch.inputs().orderBy()) {
            order.add(sort(sortField(ordering, items, measures), ordering.direction()));
        }
        items.stream()
                .filter(SelectList.Item::groups)
                .forEach(item -> order.add(sort(DSL.field(DSL.name(item.column().id())), Direction.ASC)));
        return order;
    }

    private static Field<?> sortField(Ordering ordering, List<SelectList.Item> items, Measures measures) {
        var id = ordering.field().value();
        return items.stream().anyMatch(item -> item.column().id().equals(id))
                ? DSL.field(DSL.name(id))
                : measures.of(ordering.field().asMetric());
    }

    private static SortField<?> sort(Field<?> field, Direction direction) {
        return switch (direction) {
            case ASC -> field.asc().nullsLast();
            case DESC -> field.desc().nullsLast();
        };
    }

    private int mostRows() {
        var limit = fetch.inputs().limit();
        return limit == null ? cap : Math.min(fetch.ranksMembers() ? limit + 1 : limit, cap);
    }

    // A result that is fetched in parts takes more round trips and is not worked out by parallel workers of the
    // database.
    private boolean maybeLong(boolean isTotal) {
        return !isTotal && rowsToAskFor() > FETCHED_AT_ONCE && mostGroups() > FETCHED_AT_ONCE;
    }

    // As far as the registry tells: a dimension whose values it does not know can have any number of them.
    private long mostGroups() {
        return fetch.inputs().groupBy().stream()
                .mapToLong(this::mostValues)
                .reduce(1, (one, other) -> Math.min(one, MANY) * Math.min(other, MANY));
    }

    private long mostValues(DimensionId dimension) {
        if (fetch.isTime(dimension)) {
            var range = fetch.inputs().dateRange();
            return ChronoUnit.DAYS.between(range.start(), range.end()) + 1;
        }
        var definition = fetch.registry().dimension(dimension);
        var known = definition.values().size();
        return definition.fed() || known == 0 ? MANY : known + 1L;
    }

    // One row more shows whether the quota cut; a limit that was asked for cuts nothing that was wanted.
    private int rowsToAskFor() {
        var limit = fetch.inputs().limit();
        return limit != null && limit <= cap ? mostRows() : mostRows() + 1;
    }
}
