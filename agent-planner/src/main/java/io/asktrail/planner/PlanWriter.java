package io.asktrail.planner;

import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.planner.Sourcing.Sourced;
import java.util.ArrayList;
import java.util.List;

/** Writes the steps of a task whose sources are known. */
final class PlanWriter {
    private final Wanted wanted;
    private final List<Branch> branches;

    PlanWriter(Wanted wanted, Sourced sourced) {
        this.wanted = wanted;
        this.branches = Branch.of(sourced.metrics());
    }

    Plan write() {
        var task = wanted.task();
        var asked = new DateRange(task.period().start(), task.period().end());
        if (task.compare() == null) {
            var steps = periodSteps(asked, "", wanted.ordering(), task.limit());
            return new Plan(steps, new Plan.Outputs(steps.getLast().id(), true));
        }
        // Ordering and limit wait for both periods: the earlier one is matched by row, not ranked for itself.
        var steps = periodSteps(asked, "", List.of(), null);
        var current = steps.getLast().id();
        steps.addAll(periodSteps(
                new DateRange(task.compare().start(), task.compare().end()), "_before", List.of(), null));
        var previous = steps.getLast().id();
        steps.add(new Step(
                new StepId("compare1"),
                ComputeTools.COMPARE,
                new Compare(
                        current,
                        previous,
                        wanted.grouping(),
                        wanted.shown(),
                        comparableOrdering(),
                        task.limit())));
        return new Plan(steps, new Plan.Outputs(new StepId("compare1"), true));
    }

    // The compared rows hold what is shown and the groups, nothing else to order by.
    private List<Ordering> comparableOrdering() {
        return wanted.ordering().stream()
                .filter(ordering -> wanted.shown().contains(ordering.field().asMetric())
                        || wanted.grouping().contains(ordering.field().asDimension()))
                .toList();
    }

    private List<Step> periodSteps(
            DateRange days, String suffix, List<Ordering> ordering, @org.jspecify.annotations.Nullable Integer limit) {
        return new PeriodWriter(wanted, days, suffix).write(branches, ordering, limit);
    }
}
