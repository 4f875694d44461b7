package io.asktrail.planner.playbook;

import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows a playbook: the first round that was not looked at yet, unless what was seen speaks against it. */
public final class PlaybookPlanner implements PlaybookAgent {
    private final CurrentRegistry registries;
    private final PlannerAgent planner;
    private final Map<Diagnosis.Kind, Playbook> playbooks =
            Playbook.bundled().stream().collect(Collectors.toUnmodifiableMap(Playbook::kind, Function.identity()));

    /** @param planner knows which looks have a plan */
    public PlaybookPlanner(CurrentRegistry registries, PlannerAgent planner) {
        this.registries = registries;
        this.planner = planner;
    }

    @Override
    public NextLook next(CallContext call, NextRequest request) {
        var registry = registries.get();
        var objection = new DiagnosisChecks(registry, playbooks, call.language()).objection(request.task());
        if (objection.isPresent()) {
            return objection.get();
        }
        var diagnosis = Objects.requireNonNull(request.task().diagnosis());
        var playbook = Objects.requireNonNull(playbooks.get(diagnosis.kind()));
        var looks = new Looks(registry, planner, call, request.task(), playbook.metrics());
        var seen = request.seen().stream().map(Observation::look).collect(Collectors.toSet());
        var words = Wording.withoutNames(call.language());
        for (var round : playbook.rounds()) {
            var wanted = looks.of(round);
            if (!wanted.isEmpty() && !seen.containsAll(wanted)) {
                return stopped(round, request)
                        .<NextLook>map(why -> new NextLook.Conclude(words.of(why)))
                        .orElseGet(() -> new NextLook.Look(words.of(round.thought()), missing(wanted, seen)));
            }
        }
        return new NextLook.Conclude(words.of(playbook.done()));
    }

    /** Everything that the parts of a number may be looked at by, and was not yet, in the playbook's order. */
    List<TaskSpec> open(CallContext call, NextRequest request) {
        var registry = registries.get();
        var diagnosis = Objects.requireNonNull(request.task().diagnosis());
        var playbook = Objects.requireNonNull(playbooks.get(diagnosis.kind()));
        var looks = new Looks(registry, planner, call, request.task(), playbook.metrics());
        var seen = request.seen().stream().map(Observation::look).collect(Collectors.toSet());
        return playbook.rounds().stream()
                .filter(round -> round.look() == Playbook.Look.EACH_DIMENSION)
                .flatMap(round -> missing(looks.of(round.withoutLimit()), seen).stream())
                .distinct()
                .toList();
    }

    private static List<TaskSpec> missing(List<TaskSpec> wanted, java.util.Set<TaskSpec> seen) {
        return wanted.stream().filter(look -> !seen.contains(look)).toList();
    }

    private static Optional<PlaybookSaying> stopped(Playbook.Round round, NextRequest request) {
        return switch (round.goOnIf()) {
            case ALWAYS -> Optional.empty();
            case CHANGED -> new Seen(request).whyNotChanged();
        };
    }
}
