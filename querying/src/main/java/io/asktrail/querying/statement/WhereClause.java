package io.asktrail.querying.statement;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.querying.engine.Engine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/** Which rows of the fact table a fetch is about: its days, what it keeps, what the caller may see. */
public final class WhereClause {
    // Older than any order; a fact table is never read without a first day.
    public static final LocalDate BEGINNING = LocalDate.EPOCH;

    private final ResolvedFetch fetch;
    private final FromClause from;
    private final Engine engine;

    WhereClause(ResolvedFetch fetch, FromClause from, Engine engine) {
        this.fetch = fetch;
        this.from = from;
        this.engine = engine;
    }

    List<Condition> conditions() {
        var all = allBut(Optional.empty());
        winners().ifPresent(all::add);
        all.addAll(RowPredicates.of(fetch, from, Optional.empty()));
        return all;
    }

    /** As if the question and the caller's claims did not speak of the dimension. */
    List<Condition> without(DimensionId dimension) {
        // Not the winners: of what a condition leaves out everything is told, not only of the groups that came out
        // first.
        var all = allBut(Optional.of(dimension));
        all.addAll(RowPredicates.of(fetch, from, Optional.of(dimension)));
        return all;
    }

    private List<Condition> allBut(Optional<DimensionId> except) {
        var all = new ArrayList<Condition>();
        period().ifPresent(all::add);
        fetch.inputs().entities().kept().forEach((dimension, values) -> {
            if (except.filter(dimension::equals).isEmpty()) {
                all.add(isOneOf(dimension, values));
            }
        });
        fetch.inputs().filters().stream()
                .filter(filter -> !fetch.registry().isMetric(filter.field()))
                .filter(filter ->
                        except.filter(filter.field().asDimension()::equals).isEmpty())
                .map(this::holds)
                .forEach(all::add);
        return all;
    }

    private Optional<Condition> period() {
        if (!fetch.fact().isFact()) {
            return Optional.empty();
        }
        var range = fetch.inputs().dateRange();
        return Optional.of(days().within(fetch.reachesBack() ? new DateRange(BEGINNING, range.end()) : range));
    }

    private Optional<Condition> winners() {
        var only = fetch.inputs().only();
        return only == null || only.values() == null
                ? Optional.empty()
                : Optional.of(isOneOf(only.dimension(), only.values()));
    }

    private Condition isOneOf(DimensionId dimension, List<String> values) {
        return Conditions.compare(field(dimension), Operator.IN, new FilterValue.Texts(values));
    }

    private Condition holds(Filter filter) {
        return Conditions.compare(field(filter.field().asDimension()), filter.op(), filter.value());
    }

    private Field<?> field(DimensionId dimension) {
        if (fetch.isTime(dimension)) {
            return days().day();
        }
        var path = fetch.path(dimension);
        return from.column(path, path.binding().column());
    }

    private Days days() {
        return Days.of(fetch, from, engine);
    }
}
