package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.StepEstimate.Rows;
import io.asktrail.guardrails.plan.StepEstimate.Wait;
import io.asktrail.registry.Registry;
import io.asktrail.registry.tool.Capability;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Estimates step after step; what comes later is estimated from what it is made of. */
final class StepEstimates {
    private final Plan plan;
    private final Registry registry;
    private final Holdings holdings;
    private final Map<StepId, Rows> rows = new HashMap<>();
    private final Map<StepId, Long> spaces = new HashMap<>();

    StepEstimates(Plan plan, Registry registry, Holdings holdings) {
        this.plan = plan;
        this.registry = registry;
        this.holdings = holdings;
    }

    List<StepEstimate> all() {
        var all = new ArrayList<StepEstimate>();
        for (var step : plan.steps()) {
            var tool = Optional.ofNullable(registry.tools().get(step.tool().tool()));
            var counted = atMost(
                    count(step),
                    tool.map(found -> (long) found.quotas().maxResultRows()).orElse(0L));
            rows.put(step.id(), counted);
            all.add(new StepEstimate(step.id(), step.tool(), counted, wait(step, tool), days(step)));
        }
        return all;
    }

    private static Wait wait(Step step, Optional<ToolDefinition> tool) {
        return tool.map(found -> {
                    long hint = found.latencyHintMs();
                    var repeats = found.retries().safe() ? found.retries().max() : 0;
                    return new Wait(step.inputs().readsData() ? 0 : hint, hint, hint * (1 + repeats));
                })
                .orElse(Wait.NONE);
    }

    private long days(Step step) {
        return step.inputs() instanceof Fetch fetch
                ? held(step, fetch).map(StepEstimates::length).orElse(0L)
                : 0;
    }

    /** The days of a fetch that there are; empty if there are none of them. */
    private Optional<DateRange> held(Step step, Fetch fetch) {
        var asked = fetch.dateRange();
        var held = capability(step)
                .map(Capability::table)
                .map(registry.tables()::get)
                .flatMap(holdings::daysOf);
        if (held.isEmpty()) {
            // A number over all time begins at the beginning of time; no source has that many days.
            var first = asked.end().minusDays(TimeRange.MOST_DAYS - 1);
            return Optional.of(asked.start().isBefore(first) ? new DateRange(first, asked.end()) : asked);
        }
        var start = asked.start().isAfter(held.get().start())
                ? asked.start()
                : held.get().start();
        var end = asked.end().isBefore(held.get().end())
                ? asked.end()
                : held.get().end();
        return end.isBefore(start) ? Optional.empty() : Optional.of(new DateRange(start, end));
    }

    private Optional<Capability> capability(Step step) {
        return Optional.ofNullable(registry.tools().get(step.tool().tool()))
                .flatMap(tool -> tool.capability(step.tool().capability()));
    }

    private static long length(DateRange range) {
        return ChronoUnit.DAYS.between(range.start(), range.end()) + 1;
    }

    private Rows count(Step step) {
        return switch (step.inputs()) {
            case Fetch fetch -> cut(fetched(step, fetch), fetch.limit());
            case Template _ -> new Rows(0, Long.MAX_VALUE);
            case Aggregate aggregate -> cut(aggregated(step, aggregate), aggregate.limit());
            case Convert convert -> converted(step, convert);
            case Compare compare -> cut(joined(step, compare.current(), compare.previous()), compare.limit());
        };
    }

    // Without a grouping there is one row whatever is found; with one there may be no group at all.
    private Rows fetched(Step step, Fetch fetch) {
        var most = 1L;
        var space = 1L;
        for (var dimension : fetch.groupBy()) {
            var all = dimension.equals(TaskSpec.DATE) ? points(fetch.dateRange(), fetch.grain()) : values(dimension);
            space = times(space, all);
            most = times(most, Math.min(all, narrowed(fetch, dimension)));
        }
        spaces.put(step.id(), space);
        return new Rows(fetch.groupBy().isEmpty() ? 1 : 0, most);
    }

    private long narrowed(Fetch fetch, DimensionId dimension) {
        var kept = kept(fetch, dimension);
        var only = fetch.only();
        var winners = only != null && only.lead() == null && only.dimension().equals(dimension)
                ? rowsOf(only.of()).most()
                : Long.MAX_VALUE;
        return Math.min(winners, kept.isEmpty() ? Long.MAX_VALUE : kept.size());
    }

    // One more for the rows that have no value.
    private long values(DimensionId dimension) {
        var counted = holdings.valuesOf(dimension);
        if (counted.isPresent()) {
            return counted.getAsLong() + 1;
        }
        return registry.findDimension(dimension)
                .filter(found -> !found.fed() && !found.values().isEmpty())
                .map(found -> found.values().size() + 1L)
                .orElse(Long.MAX_VALUE);
    }

    private static List<String> kept(Fetch fetch, DimensionId dimension) {
        var kept = fetch.entities().valuesOf(dimension);
        return kept.isEmpty()
                ? fetch.filters().stream()
                        .filter(filter -> filter.field().value().equals(dimension.value()))
                        .filter(filter -> filter.op() == Operator.EQ || filter.op() == Operator.IN)
                        .map(Filter::value)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(FilterValue::texts)
                        .orElse(List.of())
                : kept;
    }

    // A series that is filled has every point for each group, which is what its fetch was reckoned with.
    private Rows aggregated(Step step, Aggregate inputs) {
        if (inputs.right() != null) {
            return joined(step, inputs.left(), inputs.right());
        }
        spaces.put(step.id(), spaceOf(inputs.left()));
        return inputs.filters().isEmpty()
                ? rowsOf(inputs.left())
                : new Rows(0, rowsOf(inputs.left()).most());
    }

    // Days that are added up leave at most as many rows; of how many days each group has rows nobody knows.
    private Rows converted(Step step, Convert inputs) {
        spaces.put(step.id(), spaceOf(inputs.of()));
        return rowsOf(inputs.of());
    }

    // Every row may have a counterpart, or none; there are no more groups than names.
    private Rows joined(Step step, StepId left, StepId right) {
        var space = Math.max(spaceOf(left), spaceOf(right));
        spaces.put(step.id(), space);
        return new Rows(
                Math.max(rowsOf(left).least(), rowsOf(right).least()),
                Math.min(space, rowsOf(left).most() + rowsOf(right).most()));
    }

    private Rows rowsOf(StepId step) {
        return rows.getOrDefault(step, new Rows(0, 0));
    }

    private long spaceOf(StepId step) {
        return spaces.getOrDefault(step, Long.MAX_VALUE);
    }

    private long points(DateRange days, @Nullable Grain grain) {
        var points = 0L;
        var each = grain == null ? Grain.DAY : grain;
        for (var point = registry.calendar().startOf(each, days.start()); !point.isAfter(days.end()); points++) {
            point = switch (each) {
                case DAY -> point.plusDays(1);
                case WEEK -> point.plusWeeks(1);
                case MONTH -> point.plusMonths(1);
                case QUARTER -> point.plusMonths(3);
                case YEAR -> point.plusYears(1);
            };
        }
        return points;
    }

    private static Rows cut(Rows rows, @Nullable Integer limit) {
        return limit == null ? rows : atMost(rows, limit);
    }

    private static Rows atMost(Rows rows, long most) {
        return new Rows(Math.min(rows.least(), most), Math.min(rows.most(), most));
    }

    private static long times(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
