package io.asktrail.guardrails.plan;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.StepInputs.Template;
import io.asktrail.guardrails.plan.PlanUnderReview.Call;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From which fetches the numbers of each step come in the end. */
final class Origins {
    private final Map<StepId, Map<MetricId, Set<Call<Fetch>>>> known = new HashMap<>();
    private final Map<StepId, Map<MetricId, Set<Call<Fetch>>>> given = new HashMap<>();

    Origins(PlanUnderReview review) {
        review.steps().forEach(this::add);
    }

    /** Of a number that a step has to work with, whether it gives it on or not; empty if it has no such number. */
    Set<Call<Fetch>> of(StepId step, MetricId metric) {
        return known.getOrDefault(step, Map.of()).getOrDefault(metric, Set.of());
    }

    private void add(Step step) {
        var numbers =
                switch (step.inputs()) {
                    case Fetch fetch -> read(new Call<>(step, fetch));
                    case Template _ -> new HashMap<MetricId, Set<Call<Fetch>>>();
                    case Aggregate aggregate -> workedOut(aggregate);
                    case Compare compare -> together(compare.current(), compare.previous());
                    case Convert convert -> together(convert.of(), null);
                };
        known.put(step.id(), numbers);
        var shown = new HashMap<>(numbers);
        if (step.inputs() instanceof Aggregate aggregate && !aggregate.select().isEmpty()) {
            shown.keySet().retainAll(aggregate.select());
        }
        given.put(step.id(), shown);
    }

    private static Map<MetricId, Set<Call<Fetch>>> read(Call<Fetch> call) {
        var numbers = new HashMap<MetricId, Set<Call<Fetch>>>();
        call.inputs().metrics().forEach(metric -> numbers.put(metric, Set.of(call)));
        return numbers;
    }

    private Map<MetricId, Set<Call<Fetch>>> workedOut(Aggregate aggregate) {
        var numbers = together(aggregate.left(), aggregate.right());
        for (var text : aggregate.formulas()) {
            NamedFormula.parse(text).ifPresent(named -> {
                var all = new LinkedHashSet<Call<Fetch>>();
                named.formula().references().forEach(part -> all.addAll(numbers.getOrDefault(part, Set.of())));
                numbers.put(named.name(), all);
            });
        }
        return numbers;
    }

    private Map<MetricId, Set<Call<Fetch>>> together(StepId left, @Nullable StepId right) {
        var numbers = new HashMap<>(given.getOrDefault(left, Map.of()));
        if (right != null) {
            given.getOrDefault(right, Map.of()).forEach((metric, calls) -> numbers.merge(metric, calls, Origins::both));
        }
        return numbers;
    }

    private static Set<Call<Fetch>> both(Set<Call<Fetch>> one, Set<Call<Fetch>> other) {
        var all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}
