package io.asktrail.planner;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Draft.Turned;
import io.asktrail.planner.saying.PlannerSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.wording.Said;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What cannot be planned whatever the sources hold. Each is said; nothing that was asked for is left out silently. */
final class TaskChecks {
    private static final Set<Kind> OF_ALL_GROUPS =
            Set.of(Kind.SHARE_OF_TOTAL, Kind.RANK, Kind.COUNT, Kind.OTHERS, Kind.PIVOT);

    private final Registry registry;

    TaskChecks(Registry registry) {
        this.registry = registry;
    }

    Optional<Turned> firstObjection(TaskSpec task) {
        return objectionToMeaning(task).or(() -> rankedSeries(task));
    }

    /** Of what has no answer whoever looks for one. */
    Optional<Turned> objectionToMeaning(TaskSpec task) {
        return Stream.<Function<TaskSpec, Optional<Turned>>>of(
                        this::intent, this::names, this::calculations, this::ordering)
                .flatMap(check -> check.apply(task).stream())
                .findFirst();
    }

    private Optional<Turned> intent(TaskSpec task) {
        return switch (task.intent()) {
            case ANALYTICS_QUERY, DATA_EXPORT -> Optional.empty();
            case META_HELP ->
                Optional.of(
                        new Turned(ErrorCode.NOT_SUPPORTED_YET, Said.of(PlannerSaying.HELP_NEEDS_NO_PLAN), List.of()));
            case DIAGNOSTICS ->
                Optional.of(new Turned(
                        ErrorCode.NOT_SUPPORTED_YET,
                        Said.of(PlannerSaying.NO_REASONS_YET),
                        task.metrics().isEmpty() ? List.of() : List.of(comparison(task))));
        };
    }

    private TaskSpec comparison(TaskSpec task) {
        var compare = task.compare() == null ? registry.calendar().previousPeriod(task.period()) : task.compare();
        return task.toBuilder()
                .intent(Intent.ANALYTICS_QUERY)
                .diagnosis(null)
                .compare(compare)
                .build();
    }

    /** Unknown names are the caller's mistake and end the request. */
    private Optional<Turned> names(TaskSpec task) {
        task.metrics().forEach(registry::metric);
        task.groupBy().forEach(registry::dimension);
        task.entities().kept().keySet().forEach(registry::dimension);
        task.filters().stream()
                .map(filter -> filter.field())
                .filter(field -> !registry.isMetric(field))
                .forEach(field -> registry.dimension(field.asDimension()));
        task.scopes().forEach(scope -> {
            scope.metrics().forEach(registry::metric);
            scope.entities().kept().keySet().forEach(registry::dimension);
        });
        return Optional.empty();
    }

    private Optional<Turned> calculations(TaskSpec task) {
        return task.calculations().stream()
                .flatMap(calculation -> calculation(task, calculation).stream())
                .findFirst();
    }

    private Optional<Turned> calculation(TaskSpec task, Calculation calculation) {
        return switch (calculation.kind()) {
            case FORECAST -> new ForecastChecks(registry).objection(task, calculation);
            case OTHERS -> ShapeChecks.others(task).or(() -> percentilesHaveNoOthers(task));
            case PIVOT -> ShapeChecks.pivot(task, calculation);
            // Of a ratio they are ratios of sums, which have a meaning; overlapping parts have none.
            case RUNNING_TOTAL, MOVING_AVERAGE ->
                needsSeries(task, calculation)
                        .or(() -> needsParts(task, calculation, Set.of(Additivity.ADDITIVE, Additivity.RATIO)));
            case SHARE_OF_TOTAL, PER_DAY -> needsParts(task, calculation, Set.of(Additivity.ADDITIVE));
            case RANK, COUNT -> Optional.empty();
        };
    }

    // Sums and counts of the others are empty or made of theirs; the middle one of them would have to be looked for
    // anew.
    private Optional<Turned> percentilesHaveNoOthers(TaskSpec task) {
        return task.metrics().stream()
                .map(registry::metric)
                .filter(metric ->
                        metric.derivation() instanceof Derivation.Measured measured && measured.isPercentile())
                .findFirst()
                .map(metric -> new Turned(
                        ErrorCode.NO_PATH,
                        Said.of(PlannerSaying.OTHERS_OF_PERCENTILE).metric(metric.id()),
                        List.of(without(task, Kind.OTHERS))));
    }

    private Optional<Turned> needsSeries(TaskSpec task, Calculation calculation) {
        return task.isSeries()
                ? Optional.empty()
                : Optional.of(new Turned(
                        ErrorCode.NO_PATH,
                        Said.of(PlannerSaying.RUNS_ALONG_DAYS).part(name(calculation)),
                        List.of(withGrain(task))));
    }

    // A running total of customers would count some twice; a ratio has no share of itself.
    private Optional<Turned> needsParts(TaskSpec task, Calculation calculation, Set<Additivity> enough) {
        var metric = calculation.metric();
        if (metric == null || enough.contains(registry.metric(metric).additivity())) {
            return Optional.empty();
        }
        return Optional.of(new Turned(
                ErrorCode.NO_PATH,
                Said.of(PlannerSaying.CANNOT_BE_ADDED_UP).metric(metric).part(name(calculation)),
                List.of(without(task, calculation.kind()))));
    }

    private Optional<Turned> ordering(TaskSpec task) {
        return task.orderBy().stream()
                .filter(ordering -> !canOrder(task, ordering))
                .findFirst()
                .map(ordering -> new Turned(
                        ErrorCode.NO_PATH,
                        Said.of(PlannerSaying.NOT_ORDERED_BY).field(ordering.field(), registry),
                        List.of(task.toBuilder().orderBy(List.of()).build())));
    }

    private boolean canOrder(TaskSpec task, Ordering ordering) {
        return registry.isMetric(ordering.field())
                || task.groupBy().contains(ordering.field().asDimension())
                || (task.isSeries() && ordering.field().asDimension().equals(TaskSpec.DATE));
    }

    // Of the groups that are shown no share of all and no rank among all can be worked out any more.
    private Optional<Turned> rankedSeries(TaskSpec task) {
        if (RankedSeries.of(task, registry).isEmpty()) {
            return Optional.empty();
        }
        return task.calculations().stream()
                .filter(calculation -> OF_ALL_GROUPS.contains(calculation.kind()))
                .findFirst()
                .map(calculation -> new Turned(
                        ErrorCode.NO_PATH,
                        Said.of(PlannerSaying.OF_ALL_GROUPS)
                                .part(name(calculation))
                                .number(Objects.requireNonNull(task.limit())),
                        List.of(
                                task.toBuilder()
                                        .time(grain(task.period(), null))
                                        .build(),
                                task.toBuilder().limit(null).build())));
    }

    private static TaskSpec without(TaskSpec task, Kind kind) {
        return task.toBuilder()
                .calculations(task.calculations().stream()
                        .filter(calculation -> calculation.kind() != kind)
                        .toList())
                .build();
    }

    private static TaskSpec withGrain(TaskSpec task) {
        return task.isSeries()
                ? task
                : task.toBuilder().time(grain(task.period(), Grain.DAY)).build();
    }

    private static Period grain(Period period, @org.jspecify.annotations.Nullable Grain grain) {
        return new Period(period.start(), period.end(), period.tz(), period.range(), grain);
    }

    private static Said name(Calculation calculation) {
        return Said.of(PlannerSaying.of(calculation.kind()));
    }
}
