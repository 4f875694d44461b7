package io.asktrail.planner.playbook;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Intent;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.DimensionDefinition;
import io.asktrail.registry.metric.Sharing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The questions that a diagnosis may ask of the data: its own, without what only shapes an answer. */
final class Looks {
    private final Registry registry;
    private final PlannerAgent planner;
    private final CallContext call;
    private final TaskSpec task;
    private final Playbook.Metrics metrics;

    Looks(Registry registry, PlannerAgent planner, CallContext call, TaskSpec task, Playbook.Metrics metrics) {
        this.registry = registry;
        this.planner = planner;
        this.call = call;
        this.task = task;
        this.metrics = metrics;
    }

    List<TaskSpec> of(Playbook.Round round) {
        if (isForAnother(round)) {
            return List.of();
        }
        return switch (round.look()) {
            case WHOLE -> List.of(whole());
            case SWING -> swing(round);
            case EACH_DIMENSION -> eachDimension(round);
            case OVERVIEW -> overview(round);
            case DAYS -> table(round, Grain.DAY).stream().toList();
            case TABLE -> table(round, null).stream().toList();
        };
    }

    private boolean isForAnother(Playbook.Round round) {
        return round.onlyIf() != null && (round.onlyIf() == Playbook.Asked.GROUPED) == groups().isEmpty();
    }

    private List<DimensionId> groups() {
        return task.groupBy().stream()
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .toList();
    }

    // With what leads to the number where all of it has a plan of its own; without a part of the chain the whole is
    // still worth looking at.
    private TaskSpec whole() {
        var bare = compared(inputs());
        var chain =
                registry.metric(metric()).chain().stream().filter(this::isOpen).toList();
        var withChain = compared(together(inputs(), chain));
        return measured(bare).isPresent() && measured(withChain).isEmpty() ? bare : withChain;
    }

    private MetricId metric() {
        return task.metrics().getFirst();
    }

    // What has to be known of each part: of a ratio, both of its sides.
    private List<MetricId> inputs() {
        return together(
                List.of(metric()),
                Sharing.of(registry, metric()).map(Sharing::inputs).orElse(Set.of()));
    }

    private boolean isOpen(MetricId metric) {
        return registry.accessOf(call.caller()).metrics().contains(metric);
    }

    private static List<MetricId> together(Collection<MetricId> first, Collection<MetricId> then) {
        var all = new LinkedHashSet<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    private TaskSpec compared(List<MetricId> wanted) {
        return plain(wanted, task.period().start(), null).compare(compare()).build();
    }

    private Comparison compare() {
        return Objects.requireNonNullElseGet(
                task.compare(), () -> registry.calendar().previousPeriod(task.period()));
    }

    private TaskSpec.Builder plain(List<MetricId> wanted, LocalDate from, @Nullable Grain grain) {
        var time = task.period();
        var range = from.equals(time.start()) ? time.range() : null;
        return task.toBuilder()
                .intent(Intent.ANALYTICS_QUERY)
                .diagnosis(null)
                .metrics(wanted)
                .time(new Period(from, time.end(), time.tz(), range, grain))
                .compare(null)
                .groupBy(grain == null ? List.of() : List.of(TaskSpec.DATE))
                .orderBy(List.of())
                .limit(null)
                .calculations(List.of());
    }

    private List<TaskSpec> swing(Playbook.Round round) {
        var compare = compare();
        var length = task.period().days();
        var days = Math.min(
                length * Objects.requireNonNullElse(round.stretches(), 1),
                Objects.requireNonNullElse(round.mostDays(), Integer.MAX_VALUE));
        if (compare.kind() != Comparison.Kind.PREVIOUS_PERIOD
                || Sharing.of(registry, metric()).isEmpty()
                || !inputs().stream().allMatch(this::isOpen)) {
            return List.of();
        }
        var look = plain(inputs(), compare.start().minusDays(days), Grain.DAY).build();
        return measured(look).equals(measured(compared(inputs()))) ? List.of(look) : List.of();
    }

    private List<TaskSpec> eachDimension(Playbook.Round round) {
        if (Sharing.of(registry, metric()).isEmpty()) {
            return List.of();
        }
        var whole = compared(inputs());
        var measured = measured(whole);
        return dimensions(round.first())
                .map(dimension -> whole.toBuilder().groupBy(List.of(dimension)).build())
                // By another dimension the number may come from another source: then its parts are not parts of this
                // whole.
                .filter(look -> measured.isPresent() && measured.equals(measured(look)))
                .limit(round.most() == null ? Long.MAX_VALUE : round.most())
                .toList();
    }

    private List<TaskSpec> overview(Playbook.Round round) {
        var wanted = wanted(round);
        return wanted.isEmpty() ? List.of() : List.of(compared(wanted));
    }

    private Optional<TaskSpec> table(Playbook.Round round, @Nullable Grain grain) {
        var wanted = wanted(round);
        var groups = groups(round);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var look = plain(
                wanted, task.period().start().minusDays(Objects.requireNonNullElse(round.daysBefore(), 0)), grain);
        var by = new ArrayList<>(groups);
        if (grain != null) {
            by.add(TaskSpec.DATE);
        }
        var filters = new ArrayList<>(task.filters());
        filters.addAll(round.keep());
        return Optional.of(look.groupBy(by).filters(filters).build());
    }

    // What the round measures of what was asked; where nothing was asked, of what is looked at then.
    private List<MetricId> wanted(Playbook.Round round) {
        var asked = task.metrics().isEmpty() ? metrics.otherwise() : task.metrics();
        var wanted = round.measures().isEmpty()
                ? asked
                : metrics.among().isEmpty()
                        ? round.measures().stream().filter(asked::contains).toList()
                        : round.measures();
        return wanted.stream()
                .filter(metric -> registry.findMetric(metric).isPresent() && isOpen(metric))
                .toList();
    }

    private List<DimensionId> groups(Playbook.Round round) {
        return groups().isEmpty() || round.without() == Playbook.Without.ASKED_GROUPS ? round.by() : groups();
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
