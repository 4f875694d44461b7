package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Scope;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.MetricDefinition;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tasks of every shape, the same ones for the same seed. */
final class RandomTasks {
    private static final List<MetricId> METRICS = Planned.DEMO.metrics().values().stream()
            .map(MetricDefinition::id)
            .sorted()
            .toList();
    private static final List<DimensionId> DIMENSIONS = Planned.DEMO.dimensions().values().stream()
            .filter(dimension -> dimension.kind() == DimensionDefinition.Kind.CATEGORY)
            .map(DimensionDefinition::id)
            .sorted()
            .toList();
    private static final List<Comparison> BEFORE = List.of(
            Planned.september(),
            new Comparison(Comparison.Kind.PREVIOUS_YEAR, LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 31)),
            new Comparison(Comparison.Kind.EXPLICIT, LocalDate.of(2025, 10, 25), LocalDate.of(2025, 10, 31)));

    private final Random random;

    private RandomTasks(long seed) {
        this.random = new Random(seed);
    }

    static Stream<TaskSpec> of(long seed) {
        return Stream.generate(new RandomTasks(seed)::next);
    }

    private TaskSpec next() {
        var metrics = some(METRICS, 1 + random.nextInt(3));
        var groups = some(DIMENSIONS, random.nextInt(3));
        var task = TaskSpec.query(metrics, Planned.october(oneIn(4) ? any(List.of(Grain.values())) : null))
                .groupBy(groups)
                .entities(oneIn(2) ? entities(1 + random.nextInt(2)) : Entities.NONE)
                .filters(filters(metrics))
                .compare(oneIn(4) ? any(BEFORE) : null)
                .limit(oneIn(2) ? 1 + random.nextInt(20) : null)
                .orderBy(oneIn(2) ? List.of(ordering(metrics, groups)) : List.of());
        if (oneIn(5)) {
            task.scopes(List.of(new Scope(List.of(any(metrics)), entities(1))));
        }
        if (oneIn(4)) {
            task.calculations(List.of(calculation(metrics)));
        }
        return task.build();
    }

    private Calculation calculation(List<MetricId> metrics) {
        return switch (any(List.of(
                Kind.SHARE_OF_TOTAL, Kind.RUNNING_TOTAL, Kind.MOVING_AVERAGE, Kind.RANK, Kind.PER_DAY, Kind.COUNT))) {
            case COUNT -> new Calculation(Kind.COUNT, null, null, oneIn(4) ? TaskSpec.DATE : any(DIMENSIONS), null);
            case MOVING_AVERAGE -> new Calculation(Kind.MOVING_AVERAGE, any(metrics), 7, null, null);
            case Kind kind -> Calculation.of(kind, any(metrics));
        };
    }

    private Ordering ordering(List<MetricId> metrics, List<DimensionId> groups) {
        var direction = any(List.of(Direction.values()));
        return groups.isEmpty() || oneIn(2)
                ? new Ordering(FieldId.of(oneIn(4) ? any(METRICS) : any(metrics)), direction)
                : new Ordering(FieldId.of(any(groups)), direction);
    }

    private List<Filter> filters(List<MetricId> metrics) {
        var filters = new ArrayList<Filter>();
        if (oneIn(4)) {
            filters.add(new Filter(
                    FieldId.of(oneIn(3) ? any(METRICS) : any(metrics)),
                    Operator.GT,
                    new FilterValue.Numeric(new BigDecimal("0.3"))));
        }
        if (oneIn(4)) {
            filters.add(new Filter(FieldId.of(any(DIMENSIONS)), Operator.NE, new FilterValue.Text("Other")));
        }
        return filters;
    }

    private Entities entities(int most) {
        var kept = new TreeMap<DimensionId, List<String>>();
        some(DIMENSIONS, most)
                .forEach(dimension ->
                        kept.put(dimension, List.of(dimension.equals(Source.CHANNEL) ? channel() : "Delhi")));
        return new Entities(kept);
    }

    private String channel() {
        return any(List.of("SP", "SB", "SD"));
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> some(List<T> all, int count) {
        return random.ints(0, all.size())
                .distinct()
                .limit(count)
                .mapToObj(all::get)
                .toList();
    }
}
