package io.asktrail.guardrails.plan;

import io.asktrail.guardrails.Rule;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One question makes no more calls to a tool than the tool takes at once. */
final class QuotasKept implements Rule<PlanUnderReview> {
    @Override
    public String id() {
        return "plan.quota";
    }

    @Override
    public Optional<String> objection(PlanUnderReview review) {
        var calls = review.steps()
                .collect(Collectors.groupingBy(step -> step.tool().tool(), TreeMap::new, Collectors.counting()));
        return calls.entrySet().stream()
                .filter(entry -> review.registry().tools().containsKey(entry.getKey()))
                .filter(entry -> entry.getValue()
                        > review.registry().tool(entry.getKey()).quotas().burst())
                .findFirst()
                .map(entry -> "The plan calls %s %d times: it takes %d calls at once. Ask for fewer numbers."
                        .formatted(
                                entry.getKey(),
                                entry.getValue(),
                                review.registry().tool(entry.getKey()).quotas().burst()));
    }
}
