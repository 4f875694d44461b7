package io.asktrail.planner;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Grounding.Grounded;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.Wording;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plans from the registries alone: the same task and the same files give the same plan, to the byte. */
public final class RulePlanner implements PlannerAgent {
    private final CurrentRegistry registries;

    public RulePlanner(CurrentRegistry registries) {
        this.registries = registries;
    }

    @Override
    public PlanOutcome plan(CallContext call, PlanRequest request) {
        return plan(request.task(), registries.get(), call.language());
    }

    /** The plan of a task under one version of the registry. */
    PlanOutcome plan(TaskSpec task, Registry registry, Language language) {
        return switch (planOrReason(task, registry)) {
            case Draft.Ready(var planned) -> planned;
            case Draft.Turned(var code, var reason, var instead) ->
                new PlanOutcome.Refused(
                        code, new Wording(registry, language).of(reason), answerable(instead, registry));
        };
    }

    private Draft planOrReason(TaskSpec task, Registry registry) {
        var unsupported = new TaskChecks(registry).firstObjection(task);
        if (unsupported.isPresent()) {
            return unsupported.get();
        }
        return RankedSeries.of(task, registry)
                .map(ranked -> rankThenDraw(ranked, registry))
                .orElseGet(() -> switch (Grounding.of(Wanted.of(task, registry), registry)) {
                    case Draft.Turned turned -> turned;
                    case Grounded grounded -> ready(grounded.writer(registry).write(), grounded.notes(registry));
                });
    }

    private static Draft rankThenDraw(RankedSeries ranked, Registry registry) {
        return switch (Grounding.of(Wanted.of(ranked.ranking(), registry), registry)) {
            case Draft.Turned turned -> turned;
            case Grounded ranking ->
                switch (Grounding.of(Wanted.of(ranked.series(), registry), registry)) {
                    case Draft.Turned turned -> turned;
                    case Grounded series -> rankThenDraw(ranking, series, registry);
                };
        };
    }

    private static Draft rankThenDraw(Grounded ranking, Grounded series, Registry registry) {
        var notes = new LinkedHashSet<>(ranking.notes(registry));
        notes.addAll(series.notes(registry));
        notes.add(Note.method(
                        "ranked_over_period",
                        "The groups shown are the first %d of the whole period."
                                .formatted(ranking.wanted().task().limit()))
                .about(Map.of(
                        "groups",
                        NoteValue.number(
                                Objects.requireNonNull(ranking.wanted().task().limit())))));
        var plan = series.writer(registry).writeAfter(ranking.writer(registry).ranking());
        return ready(plan, List.copyOf(notes));
    }

    private static Draft ready(Plan plan, List<Note> notes) {
        return new Draft.Ready(new PlanOutcome.Planned(plan, notes));
    }

    // A suggestion that would be refused in turn helps nobody.
    private List<TaskSpec> answerable(List<TaskSpec> candidates, Registry registry) {
        return candidates.stream()
                .distinct()
                .filter(candidate -> planOrReason(candidate, registry) instanceof Draft.Ready)
                .limit(3)
                .toList();
    }
}
