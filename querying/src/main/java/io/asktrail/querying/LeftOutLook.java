package io.asktrail.querying;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.session.Ask;
import io.asktrail.querying.session.RowClaims;
import io.asktrail.querying.statement.ResolvedFetch;
import io.asktrail.querying.statement.RowPredicates;
import io.asktrail.querying.statement.StatementBuilder;
import io.asktrail.registry.Unit;
import io.asktrail.registry.metric.Additivity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a fetch leaves out since rows have no value of one dimension: asked first, told when the rows have come. */
final class LeftOutLook {
    private final ResolvedFetch fetch;
    private final DimensionId dimension;
    private final String without;
    private final List<MetricId> money;
    private final List<Ask> asks;
    private final Map<MetricId, BigDecimal> lost = new LinkedHashMap<>();
    private boolean losesRows;

    /** @param without what rows without a value are called */
    LeftOutLook(ResolvedFetch fetch, DimensionId dimension, String without, Engine engine, SchemaGuard guard) {
        this.fetch = fetch;
        this.dimension = dimension;
        this.without = without;
        this.money = fetch.inputs().metrics().stream()
                .filter(metric -> fetch.metric(metric).unit() instanceof Unit.Money)
                .filter(metric -> fetch.metric(metric).additivity() == Additivity.ADDITIVE)
                .toList();
        this.asks = looks().map(look -> {
                    var builder = new StatementBuilder(fetch, engine);
                    var select = look.statement(builder);
                    var demands = Demands.ofLeftOut(fetch, builder.tables(), dimension);
                    return new Ask(claims(), guard.judge(select, demands), look::take);
                })
                .toList();
    }

    List<Ask> asks() {
        return asks;
    }

    Optional<Note> note() {
        return says().map(what -> Note.caveat(
                        "without_%s_left_out".formatted(dimension),
                        "%s %s %s not included.".formatted(what, without, lost.size() > 1 ? "are" : "is"))
                .about(Map.of(Note.SAID, new NoteValue.Parts(List.of(said())))));
    }

    private NoteValue.Part said() {
        var code = lost.isEmpty() ? "left_out_rows" : tellsAmounts() ? "left_out" : "left_out_some";
        var amounts = lost.entrySet().stream()
                .map(each -> new NoteValue.Amounts.Of(each.getKey(), tellsAmounts() ? each.getValue() : null))
                .toList();
        return NoteValue.Part.of(
                lost.size() > 1 ? code + "_many" : code,
                Map.of(
                        "amounts", new NoteValue.Amounts(amounts),
                        "without", new NoteValue.NoMember(dimension, without)));
    }

    // Rows without a region are closed to one who may see some regions only; that there are some may be said.
    private RowClaims claims() {
        var closed = fetch.fact().rowFilters().stream()
                .anyMatch(filter -> filter.dimension().equals(dimension) && RowPredicates.isClosed(fetch, filter));
        return closed ? new RowClaims.Unplaced() : RowClaims.of(fetch.access());
    }

    private boolean tellsAmounts() {
        return fetch.access().allRegions();
    }

    private interface Look {
        Select<Record> statement(StatementBuilder builder);

        void take(Record row);
    }

    private Stream<Look> looks() {
        if (tellsAmounts()) {
            return Stream.of(new Sums());
        }
        return money.isEmpty() ? Stream.of(new OneRow(null)) : money.stream().map(OneRow::new);
    }

    private final class Sums implements Look {
        @Override
        public Select<Record> statement(StatementBuilder builder) {
            var sums = new ArrayList<SelectField<?>>();
            money.forEach(metric -> sums.add(builder.aggregates().of(metric).as(DSL.name(metric.value()))));
            sums.add(DSL.count().as(DSL.name(StatementBuilder.ROW_COUNT)));
            return builder.leftOutWithout(dimension, sums);
        }

        @Override
        public void take(Record row) {
            for (var i = 0; i < money.size(); i++) {
                @Nullable BigDecimal amount = row.get(i, BigDecimal.class);
                if (amount != null && amount.signum() != 0) {
                    lost.put(money.get(i), amount);
                }
            }
            losesRows = row.get(money.size(), Long.class) > 0;
        }
    }

    /** Of a metric, or of rows whatever they add. Where only "some" is told, the first one is enough. */
    private final class OneRow implements Look {
        private final @Nullable MetricId metric;

        OneRow(@Nullable MetricId metric) {
            this.metric = metric;
        }

        @Override
        public Select<Record> statement(StatementBuilder builder) {
            return builder.oneLeftOutWithout(dimension, Optional.ofNullable(metric));
        }

        @Override
        public void take(Record row) {
            losesRows = true;
            if (metric != null) {
                lost.put(metric, BigDecimal.ONE);
            }
        }
    }

    private Optional<String> says() {
        if (money.isEmpty()) {
            return losesRows ? Optional.of("What comes from") : Optional.empty();
        }
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        var told = tellsAmounts()
                ? lost.entrySet().stream()
                        .map(each -> amount(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(" and "))
                : "Some " + lost.keySet().stream().map(this::name).collect(Collectors.joining(" and "));
        return Optional.of(told + " from");
    }

    private String amount(MetricId metric, BigDecimal amount) {
        var currency = ((Unit.Money) fetch.metric(metric).unit()).currency();
        return MoneyText.of(amount, currency) + " of " + name(metric);
    }

    // "Ad spend" is "ad spend" within a sentence; "ACOS" stays.
    private String name(MetricId metric) {
        var label = fetch.metric(metric).names().english();
        return label.length() > 1 && Character.isUpperCase(label.charAt(1))
                ? label
                : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
