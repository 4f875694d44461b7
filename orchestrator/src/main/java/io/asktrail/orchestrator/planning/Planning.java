package io.asktrail.orchestrator.planning;

import io.asktrail.contracts.agent.DataAgent;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.result.RuleVerdict;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.guardrails.plan.Holdings;
import io.asktrail.guardrails.plan.PlanGuard;
import io.asktrail.registry.Registry;
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
        if (!forbidden.passed()) {
            return new PlannedTask.Refused(
                    ErrorCode.FORBIDDEN, forbidden.rule(), reason(forbidden), List.of(), List.of(forbidden), Cost.NONE);
        }
        var verdicts = new ArrayList<RuleVerdict>();
        verdicts.add(forbidden);
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
                    if (judged.stream().allMatch(RuleVerdict::passed)) {
                        verdicts.addAll(judged);
                        return new PlannedTask.Ready(planned.plan(), planned.notes(), verdicts, cost);
                    }
                    objections = judged.stream()
                            .filter(verdict -> !verdict.passed())
                            .map(verdict -> verdict.rule() + ": " + reason(verdict))
                            .toList();
                    if (planned.plan().equals(rejected) || attempt == TRIES - 1) {
                        return rejected(judged, verdicts, cost);
                    }
                    rejected = planned.plan();
                }
            }
        }
        throw new IllegalStateException("every try ends in a plan or a refusal");
    }

    // Without knowing what there is, the most that there could be is taken for it: only a plan that this stops is worth
    // asking the agents.
    private List<RuleVerdict> review(CallContext call, Plan plan, TaskSpec task, Registry registry, Holdings holdings) {
        var access = registry.accessOf(call.caller());
        var judged = guard.review(plan, task, access, registry, holdings);
        var tooMuch = judged.stream()
                .anyMatch(verdict -> !verdict.passed() && verdict.rule().equals(PlanGuard.COST));
        return tooMuch && holdings == Holdings.UNKNOWN
                ? guard.review(plan, task, access, registry, SeenHoldings.of(call, agents, task, registry))
                : judged;
    }

    private static PlannedTask rejected(List<RuleVerdict> judged, List<RuleVerdict> before, Cost cost) {
        var first =
                judged.stream().filter(verdict -> !verdict.passed()).findFirst().orElseThrow();
        var all = new ArrayList<>(before);
        all.addAll(judged);
        return new PlannedTask.Refused(ErrorCode.PLAN_REJECTED, first.rule(), reason(first), List.of(), all, cost);
    }

    private static String reason(RuleVerdict verdict) {
        return Objects.requireNonNullElse(verdict.reason(), verdict.rule());
    }
}
