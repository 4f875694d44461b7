package io.asktrail.querying;

import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.task.Operator;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Additivity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Says what a question about a dimension's values leaves out, where rows may have none: spend of national campaigns
 * belongs to no state. Amounts are told only to those who may see every row.
 */
final class LeftOut {
    private static final Set<Operator> KEEPING_VALUES =
            Set.of(Operator.EQ, Operator.IN, Operator.CONTAINS, Operator.LT, Operator.LE, Operator.GT, Operator.GE);

    private final ReadOnlySession session;
    private final SchemaGuard guard;

    LeftOut(ReadOnlySession session, SchemaGuard guard) {
        this.session = session;
        this.guard = guard;
    }

    List<Note> notes(ResolvedFetch fetch, Deadline deadline) {
        var notes = new ArrayList<Note>();
        for (var dimension : narrowed(fetch)) {
            @Nullable String without = fetch.path(dimension).binding().nullMeans();
            if (without != null) {
                note(fetch, dimension, without, deadline).ifPresent(notes::add);
            }
        }
        return notes;
    }

    private static Set<DimensionId> narrowed(ResolvedFetch fetch) {
        var narrowed = new LinkedHashSet<>(fetch.inputs().entities().kept().keySet());
        fetch.inputs().filters().stream()
                .filter(filter -> KEEPING_VALUES.contains(filter.op()))
                .filter(filter -> !fetch.registry().isMetric(filter.field()))
                .forEach(filter -> narrowed.add(filter.field().asDimension()));
        fetch.fact().rowFilters().stream()
                .filter(filter -> RowPredicates.isClosed(fetch, filter))
                .forEach(filter -> narrowed.add(filter.dimension()));
        narrowed.removeIf(fetch::isTime);
        return narrowed;
    }

    private Optional<Note> note(ResolvedFetch fetch, DimensionId dimension, String without, Deadline deadline) {
        var builder = new StatementBuilder(fetch, session.engine(fetch.fact().connection()));
        var money = moneyMetrics(fetch);
        var sums = new ArrayList<SelectField<?>>();
        money.forEach(metric -> sums.add(builder.aggregates().of(metric).as(DSL.name(metric.value()))));
        sums.add(DSL.count().as(DSL.name(StatementBuilder.ROW_COUNT)));
        var select = builder.leftOutWithout(dimension, sums);
        var judged = guard.judge(select, Demands.ofLeftOut(fetch, builder.tables(), dimension));
        var record = session.rows(fetch.fact().connection(), claims(fetch, dimension), deadline, judged)
                .getFirst();
        return says(fetch, money, record)
                .map(what -> Note.caveat(
                        "without_%s_left_out".formatted(dimension),
                        "%s %s %s not included.".formatted(what, without, money.size() > 1 ? "are" : "is")));
    }

    // Rows without a region are closed to one who may see some regions only; that there are some may be said.
    private static RowClaims claims(ResolvedFetch fetch, DimensionId dimension) {
        var closed = fetch.fact().rowFilters().stream()
                .anyMatch(filter -> filter.dimension().equals(dimension) && RowPredicates.isClosed(fetch, filter));
        return closed ? new RowClaims.Unplaced() : RowClaims.of(fetch.access());
    }

    private static List<MetricId> moneyMetrics(ResolvedFetch fetch) {
        return fetch.inputs().metrics().stream()
                .filter(metric -> fetch.metric(metric).unit() instanceof Unit.Money)
                .filter(metric -> fetch.metric(metric).additivity() == Additivity.ADDITIVE)
                .toList();
    }

    private static Optional<String> says(ResolvedFetch fetch, List<MetricId> money, Record record) {
        var amounts = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (var i = 0; i < money.size(); i++) {
            @Nullable BigDecimal amount = record.get(i, BigDecimal.class);
            if (amount != null && amount.signum() != 0) {
                var metric = fetch.metric(money.get(i));
                var name = inSentence(metric.names().english());
                names.add(name);
                amounts.add(MoneyText.of(amount, ((Unit.Money) metric.unit()).currency()) + " of " + name);
            }
        }
        var someRows = record.get(money.size(), Long.class) > 0;
        if (money.isEmpty() ? !someRows : amounts.isEmpty()) {
            return Optional.empty();
        }
        if (money.isEmpty()) {
            return Optional.of("What comes from");
        }
        var told = fetch.access().allRegions() ? String.join(" and ", amounts) : "Some " + String.join(" and ", names);
        return Optional.of(told + " from");
    }

    // "Ad spend" is "ad spend" within a sentence; "ACOS" stays.
    private static String inSentence(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
