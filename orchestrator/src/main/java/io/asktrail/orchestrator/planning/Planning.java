package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.Judgement;
import io.asktrail.guardrails.plan.Holdings;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.orchestrator.saying.OrchestratorSaying;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.Said;
import io.asktrail.registry.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Has a task planned until the guardrails let the plan pass, and gives up after two revisions. */
public final class Planning {
    private static final int TRIES = 3;

    private final PlannerAgent planner;
    private final PlanGuard guard;
    private final List<DataAgent> agents;

    /** @param agents who are asked what they hold where a plan would cost too much if they held anything at all */
    public Planning(PlannerAgent planner, PlanGuard guard, List<DataAgent> agents) {
        this.planner = planner;
        this.guard = guard;
        this.agents = List.copyOf(agents);
    }

    public PlannedTask plan(CallContext call, TaskSpec task, Registry registry) {
        return plan(call, task, registry, Holdings.UNKNOWN);
    }

    /** @param holdings what the cost is judged by; if unknown, they are looked up where it makes a difference */
    public PlannedTask plan(CallContext call, TaskSpec task, Registry registry, Holdings holdings) {
        var access = registry.accessOf(call.caller());
        var forbidden = TaskAccess.check(task, access, registry);
        var words = new Wording(registry, call.language());
        if (!forbidden.passed()) {
            return rejected(ErrorCode.FORBIDDEN, forbidden, List.of(), Cost.NONE, words);
        }
        var verdicts = new ArrayList<>(forbidden.verdicts());
        var objections = List.<String>of();
        Plan rejected = null;
        var cost = Cost.NONE;
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var outcome = planner.plan(call, new PlanRequest(task, objections));
            cost = cost.plus(outcome.cost());
            switch (outcome) {
                case PlanOutcome.Refused refused -> {
                    return new PlannedTask.Refused(
                            refused.code(), null, refused.reason(), refused.nearest(), verdicts, cost);
                }
                case PlanOutcome.Planned planned -> {
                    var judged = review(call, planned.plan(), task, registry, holdings);
                    if (judged.passed()) {
                        verdicts.addAll(judged.verdicts());
                        return new PlannedTask.Ready(planned.plan(), planned.notes(), verdicts, cost);
                    }
                    objections = judged.verdicts().stream()
                            .filter(verdict -> !verdict.passed())
                            .map(verdict -> verdict.rule() + ": " + reason(verdict))
                            .toList();
                    if (planned.plan().equals(rejected) || attempt == TRIES - 1) {
                        return rejected(ErrorCode.PLAN_REJECTED, judged, verdicts, cost, words);
                    }
                    rejected = planned.plan();
                }
            }
        }
        throw new IllegalStateException("every try ends in a plan or a refusal");
    }

    // Without knowing what there is, the most that there could be is taken for it: only a plan that this stops is worth
    // asking the agents.
    private Judgement review(CallContext call, Plan plan, TaskSpec task, Registry registry, Holdings holdings) {
        var access = registry.accessOf(call.caller());
        var judged = guard.judge(plan, task, access, registry, holdings);
        var tooMuch = judged.verdicts().stream()
                .anyMatch(verdict -> !verdict.passed() && verdict.rule().equals(PlanGuard.COST));
        return tooMuch && holdings == Holdings.UNKNOWN
                ? guard.judge(plan, task, access, registry, SeenHoldings.of(call, agents, task, registry))
                : judged;
    }

    private static PlannedTask rejected(
            ErrorCode code, Judgement judged, List<RuleVerdict> before, Cost cost, Wording words) {
        var first = judged.firstObjection().orElseThrow();
        var all = new ArrayList<>(before);
        all.addAll(judged.verdicts());
        return new PlannedTask.Refused(code, first.rule(), told(judged, first, words), List.of(), all, cost);
    }

    // What is no fault of the question is told by its rule's name, with the English that stands in the trail.
    private static String told(Judgement judged, RuleVerdict first, Wording words) {
        if (judged.told() != null) {
            return words.of(judged.told());
        }
        return words.language() == Language.ENGLISH
                ? reason(first)
                : words.of(Said.of(OrchestratorSaying.PLAN_STOPPED)
                        .text(first.rule())
                        .text(reason(first)));
    }

    private static String reason(RuleVerdict verdict) {
        return Objects.requireNonNullElse(verdict.reason(), verdict.rule());
    }
}
