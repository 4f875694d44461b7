package io.asktrail.guardrails.plan;

import io.asktrail.guardrails.WordedRule;
import io.asktrail.guardrails.saying.GuardSaying;
import io.asktrail.registry.wording.Said;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One question makes no more calls to a tool than the tool takes at once. */
final class QuotasKept implements WordedRule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.quota";
    }

    @Override
    public Optional<Said> said(PlanUnderReview review) {
        var calls = review.steps()
                .collect(Collectors.groupingBy(step -> step.tool().tool(), TreeMap::new, Collectors.counting()));
        return calls.entrySet().stream()
                .filter(entry -> review.registry().tools().containsKey(entry.getKey()))
                .filter(entry -> entry.getValue()
                        > review.registry().tool(entry.getKey()).quotas().burst())
                .findFirst()
                .map(entry -> Said.of(GuardSaying.TOO_MANY_CALLS)
                        .text(entry.getKey().value())
                        .number(entry.getValue())
                        .number(review.registry().tool(entry.getKey()).quotas().burst()));
    }
}
