package io.asktrail.orchestrator.diagnosis;

import io.asktrail.contracts.agent.PlaybookAgent;
import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.NextLook;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.Holdings;
import io.asktrail.orchestrator.planning.DiagnosisPlan;
import io.asktrail.orchestrator.planning.PlannedTask;
import io.asktrail.orchestrator.planning.Planning;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan of a diagnosis as far as it is known before anything was seen: that of its first looks. */
final class FirstLooks implements DiagnosisPlan {
    private final PlaybookAgent playbooks;
    private final Planning planning;

    FirstLooks(PlaybookAgent playbooks, Planning planning) {
        this.playbooks = playbooks;
        this.planning = planning;
    }

    @Override
    public PlannedTask plan(CallContext call, TaskSpec task, Registry registry, Holdings holdings) {
        return switch (playbooks.next(call, new NextRequest(Diagnosing.compared(task, registry), List.of()))) {
            case NextLook.Refused(var code, var reason, var nearest) -> refused(code, reason, nearest);
            case NextLook.Conclude(var thought, var _) -> refused(ErrorCode.NO_DATA, thought, List.of());
            case NextLook.Look look -> joined(call, look, registry, holdings);
        };
    }

    private PlannedTask joined(CallContext call, NextLook.Look look, Registry registry, Holdings holdings) {
        var all = new JoinedPlan();
        var verdicts = new ArrayList<RuleVerdict>();
        var cost = look.cost();
        @Nullable StepId table = null;
        for (var task : look.looks()) {
            var planned = planning.plan(call, task, registry, holdings);
            cost = cost.plus(planned.cost());
            switch (planned) {
                case PlannedTask.Refused refused -> {
                    return refused;
                }
                case PlannedTask.Ready ready -> {
                    var shown = all.add("r1l%d".formatted(all.size() + 1), ready.plan());
                    table = table == null ? shown : table;
                    ready.verdicts().stream()
                            .filter(verdict -> !verdicts.contains(verdict))
                            .forEach(verdicts::add);
                }
            }
        }
        if (table == null) {
            throw new IllegalStateException("a look looks at something");
        }
        var words = Wording.withoutNames(call.language());
        var note = Note.caveat(
                "first_looks", words.of(Said.of(OrchestratorSaying.FIRST_LOOKS).text(look.thought())));
        return new PlannedTask.Ready(all.plan(table), List.of(note), verdicts, cost);
    }

    private static PlannedTask refused(ErrorCode code, String reason, List<TaskSpec> nearest) {
        return new PlannedTask.Refused(code, null, reason, nearest, List.of(), Cost.NONE);
    }
}
