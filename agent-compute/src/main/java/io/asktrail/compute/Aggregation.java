package io.asktrail.compute;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.registry.Registry;
import io.asktrail.registry.formula.Formula;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One {@code compute.aggregate} step: join, groups, fill, days not held, formulas, conditions, calculations, order, limit,
 * rounding, in this order.
 */
final class Aggregation {
    private final StepInputs.Aggregate inputs;
    private final Map<StepId, Table> tables;
    private final Held held;
    private final LinkedHashMap<MetricId, Formula> formulas;
    private final Vocabulary vocabulary;
    private final Calculations calculations;
    private final ShownColumns columns;
    private final List<Note> notes = new ArrayList<>();

    /** @param held the days that are held of each metric; a metric that is not named is held on all days */
    Aggregation(
            Registry registry, StepInputs.Aggregate inputs, Map<StepId, Table> tables, Map<MetricId, DateRange> held) {
        this.inputs = inputs;
        this.tables = tables;
        this.formulas = parse(inputs.formulas());
        this.vocabulary = new Vocabulary(registry, formulas);
        this.calculations = new Calculations(vocabulary);
        this.columns = new ShownColumns(vocabulary, inputs.select());
        this.held = new Held(vocabulary, held);
    }

    private static LinkedHashMap<MetricId, Formula> parse(List<String> texts) {
        var parsed = new LinkedHashMap<MetricId, Formula>();
        for (var text : texts) {
            var equals = text.indexOf('=');
            parsed.put(
                    new MetricId(text.substring(0, Math.max(equals, 0)).strip()),
                    Formula.parse(text.substring(equals + 1)));
        }
        return parsed;
    }

    StepResult run(Timer timer) {
        var objection = new StepChecks(inputs, formulas, vocabulary).objection();
        if (objection.isPresent()) {
            return objection.get();
        }
        var rows = evaluate(known(filled(within(joined()))));
        var forecast = find(Calculation.Kind.FORECAST);
        if (forecast.isPresent()) {
            return forecast(timer, rows, forecast.get());
        }
        var pivot = find(Calculation.Kind.PIVOT);
        if (pivot.isPresent()) {
            return timer.rows(pivot(rows, pivot.get()), notes);
        }
        var counted = find(Calculation.Kind.COUNT);
        if (counted.isPresent()) {
            var kept = Having.keep(rows, inputs.filters());
            return timer.rows(
                    Calculations.count(vocabulary, kept, counted.get()).toTable(null), notes);
        }
        return timer.rows(shown(rows), notes);
    }

    private StepResult forecast(Timer timer, Frame rows, Calculation calculation) {
        var outcome = new Forecast(
                        vocabulary,
                        Objects.requireNonNull(calculation.metric()),
                        Objects.requireNonNull(inputs.fill()),
                        Objects.requireNonNull(calculation.horizonDays()))
                .of(rows);
        return switch (outcome) {
            case Forecast.Outcome.Refused(var reason) -> new StepResult.Missing(ErrorCode.NO_DATA, reason);
            case Forecast.Outcome.Made(var table, var told) -> {
                notes.addAll(told);
                yield timer.rows(table, notes);
            }
        };
    }

    private Table pivot(Frame rows, Calculation calculation) {
        return new Pivot(
                        vocabulary,
                        Having.keep(rows, inputs.filters()),
                        Objects.requireNonNull(calculation.metric()),
                        Objects.requireNonNull(calculation.of()))
                .table(inputs.orderBy(), inputs.limit());
    }

    private Optional<Calculation> find(Calculation.Kind kind) {
        return inputs.calculations().stream()
                .filter(calculation -> calculation.kind() == kind)
                .findFirst();
    }

    private Frame joined() {
        var left = Frame.of(Objects.requireNonNull(tables.get(inputs.left())));
        if (inputs.right() == null) {
            return left;
        }
        var right = Frame.of(Objects.requireNonNull(tables.get(inputs.right())));
        var joined = new FullJoin(vocabulary, left, right, inputs.joinKeys()).join();
        Unmatched.note(vocabulary, left, right, joined).ifPresent(notes::add);
        return joined.rows();
    }

    private Frame within(Frame frame) {
        var step = inputs.within();
        return step == null
                ? frame
                : new Membership(vocabulary, Frame.of(Objects.requireNonNull(tables.get(step)))).keep(frame);
    }

    private Frame known(Frame frame) {
        if (inputs.fill() == null || inputs.grain() == null) {
            return frame;
        }
        var known = held.blank(frame, inputs.fill(), inputs.grain());
        notes.addAll(known.notes());
        return known.rows();
    }

    private Frame filled(Frame frame) {
        return inputs.fill() == null || inputs.grain() == null
                ? frame
                : new GapFilling(vocabulary).fill(frame, inputs.fill(), inputs.grain());
    }

    private Frame evaluate(Frame frame) {
        var result = frame;
        for (var entry : formulas.entrySet()) {
            var last = isLast(entry.getKey())
                    ? vocabulary.metricOf(entry.getKey().value()).map(MetricDefinition::rounding)
                    : Optional.<Rounding>empty();
            result = result.with(
                    vocabulary.column(entry.getKey()),
                    new ColumnArithmetic(result).of(entry.getValue(), last.orElse(null)));
        }
        return result;
    }

    // Whether a number is only shown: no formula, condition, order or calculation needs its further digits.
    private boolean isLast(MetricId metric) {
        var field = metric.value();
        return inputs.lead() == null
                && inputs.calculations().isEmpty()
                && formulas.values().stream()
                        .noneMatch(formula -> formula.references().contains(metric))
                && inputs.filters().stream()
                        .noneMatch(filter -> filter.field().value().equals(field))
                && inputs.orderBy().stream()
                        .noneMatch(order -> order.field().value().equals(field));
    }

    private Table shown(Frame rows) {
        var result = rows;
        // A share is of everything that was asked about, not of what a condition leaves.
        for (var calculation : inputs.calculations()) {
            if (calculation.kind() == Calculation.Kind.SHARE_OF_TOTAL) {
                result = calculations.share(result, Objects.requireNonNull(calculation.metric()));
            }
        }
        result = Having.keep(result, inputs.filters());
        var whole = result.size() == rows.size() && inputs.within() == null;
        result = RowOrder.sort(vocabulary, result, inputs.orderBy());
        var othersToo = find(Calculation.Kind.OTHERS).isPresent();
        if (othersToo) {
            // A rank is among all; the row of the others has none.
            var places = new Places(vocabulary, result).first(Objects.requireNonNull(inputs.limit()));
            result = Remainder.beyond(vocabulary, ranked(result), places);
        }
        for (var calculation : inputs.calculations()) {
            if (!othersToo || calculation.kind() != Calculation.Kind.RANK) {
                result = calculate(result, calculation);
            }
        }
        if (inputs.lead() != null) {
            return ahead(result, inputs.lead(), whole);
        }
        var limit = inputs.limit();
        if (limit == null || result.size() < limit || othersToo) {
            var shown = columns.rounded(columns.of(result));
            return shown.toTable(new Totals(vocabulary, result, shown, whole ? givenTotals() : Map.of()).row());
        }
        // A total of five out of many is no total. As many rows as the limit may mean that the source has cut them.
        var first = new Places(vocabulary, result).first(limit);
        return columns.rounded(columns.of(result.take(IntStream.range(0, first).toArray())))
                .toTable(null);
    }

    private Frame ranked(Frame frame) {
        var result = frame;
        for (var calculation : inputs.calculations()) {
            if (calculation.kind() == Calculation.Kind.RANK) {
                result = calculate(result, calculation);
            }
        }
        return result;
    }

    // Not rounded: what comes after divides by these numbers still.
    private Table ahead(Frame result, Lead lead, boolean whole) {
        var rows = columns.of(result);
        var first = rows.take(
                IntStream.range(0, Math.min(lead.first(), rows.size())).toArray());
        if (first.size() == lead.first()
                && lead.isSure(first.number(lead.by().value(), lead.first() - 1))
                && areNamed(first)) {
            return first.toTable(null);
        }
        return rows.toTable(
                new Totals(vocabulary, result, columns.rounded(rows), whole ? givenTotals() : Map.of()).row());
    }

    // A group without a name cannot be asked for by name.
    private boolean areNamed(Frame groups) {
        return vocabulary.dimensionColumns(groups).stream()
                .filter(column -> column.equals(Vocabulary.baseOf(column)))
                .allMatch(column -> groups.column(column).stream().allMatch(Objects::nonNull));
    }

    // What an earlier step worked out while it still had the inputs of its ratios.
    private Map<String, BigDecimal> givenTotals() {
        var given = new HashMap<String, BigDecimal>();
        for (var step : joinedSteps()) {
            var table = Objects.requireNonNull(tables.get(step));
            var totals = Objects.requireNonNullElse(table.totals(), List.of());
            for (var i = 0; i < totals.size(); i++) {
                if (totals.get(i) instanceof BigDecimal total) {
                    given.putIfAbsent(table.columns().get(i).id(), total);
                }
            }
        }
        return given;
    }

    private List<StepId> joinedSteps() {
        return Stream.of(inputs.left(), inputs.right()).filter(Objects::nonNull).toList();
    }

    private Frame calculate(Frame frame, Calculation calculation) {
        return switch (calculation.kind()) {
            case RUNNING_TOTAL -> calculations.runningTotal(frame, Objects.requireNonNull(calculation.metric()));
            case MOVING_AVERAGE -> calculations.movingAverage(frame, calculation);
            case RANK -> calculations.rank(frame, Objects.requireNonNull(calculation.metric()), inputs.orderBy());
            case PER_DAY ->
                calculations.perDay(
                        frame,
                        Objects.requireNonNull(calculation.metric()),
                        Objects.requireNonNull(inputs.fill()),
                        inputs.grain());
            case SHARE_OF_TOTAL, COUNT, FORECAST, OTHERS, PIVOT -> frame;
        };
    }
}
