package io.asktrail.compute;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the inputs of an aggregate step part by part. */
final class Steps {
    private boolean joins;
    private List<DimensionId> keys = List.of();
    private List<String> formulas = List.of();
    private List<MetricId> select = List.of();
    private final List<Filter> filters = new ArrayList<>();
    private final List<Calculation> calculations = new ArrayList<>();
    private final List<Ordering> orderings = new ArrayList<>();
    private @Nullable Integer limit;
    private @Nullable DateRange fill;
    private @Nullable Grain grain;
    private @Nullable Lead lead;
    private @Nullable StepId within;

    private Steps() {}

    static Steps ofLeft() {
        return new Steps();
    }

    static Steps joined(String... keys) {
        var steps = new Steps();
        steps.joins = true;
        steps.keys = dimensions(keys);
        return steps;
    }

    static StepInputs.Compare compare(List<String> keys, String... metrics) {
        return new StepInputs.Compare(
                Shop.step("left"),
                Shop.step("right"),
                dimensions(keys.toArray(String[]::new)),
                Arrays.stream(metrics).map(MetricId::new).toList(),
                List.of(),
                null);
    }

    private static List<DimensionId> dimensions(String... ids) {
        return Arrays.stream(ids).map(DimensionId::new).toList();
    }

    Steps formulas(String... texts) {
        formulas = List.of(texts);
        return this;
    }

    Steps select(String... metrics) {
        select = Arrays.stream(metrics).map(MetricId::new).toList();
        return this;
    }

    Steps where(String field, Operator op, @Nullable String number) {
        var value = number == null ? null : new FilterValue.Numeric(new BigDecimal(number));
        filters.add(new Filter(new FieldId(field), op, value));
        return this;
    }

    Steps calculate(Calculation calculation) {
        calculations.add(calculation);
        return this;
    }

    Steps calculate(Calculation.Kind kind, String metric) {
        return calculate(Calculation.of(kind, new MetricId(metric)));
    }

    Steps orderBy(String field, Direction direction) {
        orderings.add(new Ordering(new FieldId(field), direction));
        return this;
    }

    Steps limit(int rows) {
        limit = rows;
        return this;
    }

    Steps lead(int first, String by) {
        lead = new Lead(first, new MetricId(by));
        return this;
    }

    /** Within the groups of the right side, which is not joined. */
    Steps withinRight() {
        within = Shop.step("right");
        return this;
    }

    Steps fill(String range, @Nullable Grain every) {
        fill = DateRange.parse(range);
        grain = every;
        return this;
    }

    StepInputs.Aggregate build() {
        return new StepInputs.Aggregate(
                Shop.step("left"),
                joins ? Shop.step("right") : null,
                keys,
                formulas,
                select,
                filters,
                calculations,
                orderings,
                limit,
                fill,
                grain,
                lead,
                within);
    }
}
