package io.asktrail.planner.playbook;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The questions that a diagnosis may ask of the data: its own, without what only shapes an answer. */
final class Looks {
    private final Registry registry;
    private final PlannerAgent planner;
    private final CallContext call;
    private final TaskSpec task;

    Looks(Registry registry, PlannerAgent planner, CallContext call, TaskSpec task) {
        this.registry = registry;
        this.planner = planner;
        this.call = call;
        this.task = task;
    }

    List<TaskSpec> of(Playbook.Round round) {
        return switch (round.look()) {
            case WHOLE -> List.of(whole());
            case EACH_DIMENSION -> eachDimension(round);
        };
    }

    private TaskSpec whole() {
        var time = task.period();
        return task.toBuilder()
                .intent(Intent.ANALYTICS_QUERY)
                .diagnosis(null)
                .time(new Period(time.start(), time.end(), time.tz(), time.range(), null))
                .compare(Objects.requireNonNullElseGet(
                        task.compare(), () -> registry.calendar().previousPeriod(time)))
                .groupBy(List.of())
                .orderBy(List.of())
                .limit(null)
                .calculations(List.of())
                .build();
    }

    private List<TaskSpec> eachDimension(Playbook.Round round) {
        var whole = whole();
        var measured = measured(whole);
        return dimensions(round.first())
                .map(dimension -> whole.toBuilder().groupBy(List.of(dimension)).build())
                // By another dimension the number may come from another source: then its parts are not parts of this
                // whole.
                .filter(look -> measured.isPresent() && measured.equals(measured(look)))
                .limit(round.most() == null ? Long.MAX_VALUE : round.most())
                .toList();
    }

    private Stream<DimensionId> dimensions(List<DimensionId> first) {
        var access = registry.accessOf(call.caller());
        return Stream.concat(first.stream(), registry.dimensions().keySet().stream())
                .distinct()
                .flatMap(id -> registry.findDimension(id).stream())
                .filter(dimension -> dimension.kind() == DimensionDefinition.Kind.CATEGORY)
                .map(DimensionDefinition::id)
                .filter(access.dimensions()::contains)
                .filter(dimension -> !access.masked().contains(dimension))
                .filter(dimension -> !isFixed(dimension));
    }

    private boolean isFixed(DimensionId dimension) {
        var kept = task.entities().kept().get(dimension);
        return kept != null && kept.size() == 1;
    }

    private Optional<Set<MetricId>> measured(TaskSpec look) {
        return planner.plan(call, new PlanRequest(look, List.of())) instanceof PlanOutcome.Planned planned
                ? Optional.of(metrics(planned.plan()))
                : Optional.empty();
    }

    private static Set<MetricId> metrics(Plan plan) {
        return plan.steps().stream()
                .flatMap(step ->
                        step.inputs() instanceof StepInputs.Fetch fetch ? fetch.metrics().stream() : Stream.empty())
                .collect(Collectors.toSet());
    }
}
