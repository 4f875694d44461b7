package io.asktrail.planner;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.planner.Sourcing.Sourced;
import java.util.ArrayList;
import java.util.List;

/** Writes the steps of a task whose sources are known. */
final class PlanWriter {
    private static final StepId COMPARED = new StepId("compare1");
    private static final StepId FINISHED = new StepId("finish1");

    private final Wanted wanted;
    private final List<Branch> branches;
    private final DateRange days;

    PlanWriter(Wanted wanted, Sourced sourced) {
        this.wanted = wanted;
        this.branches = Branch.of(sourced.metrics());
        var period = wanted.task().period();
        this.days = new DateRange(period.start(), period.end());
    }

    Plan write() {
        var compare = wanted.task().compare();
        var steps = compare == null
                ? new PeriodWriter(wanted, wanted.shown(), days, "").write(branches, Finish.ofAnswer(wanted, days))
                : twins(compare);
        return new Plan(steps, new Plan.Outputs(steps.getLast().id(), true));
    }

    private List<Step> twins(Comparison compare) {
        // Conditions and calculations look at the period that is asked about, beside whose rows the earlier ones stand.
        var finishesLater = !wanted.counts()
                && (!wanted.having().isEmpty()
                        || !wanted.helping().isEmpty()
                        || !wanted.task().calculations().isEmpty());
        var steps = new ArrayList<>(period(days, ""));
        var current = steps.getLast().id();
        steps.addAll(period(new DateRange(compare.start(), compare.end()), "_before"));
        var previous = steps.getLast().id();
        steps.add(new Step(COMPARED, ComputeTools.COMPARE, compared(current, previous, finishesLater)));
        if (finishesLater) {
            steps.add(new Step(FINISHED, ComputeTools.AGGREGATE, finished()));
        }
        return steps;
    }

    private List<Step> period(DateRange range, String suffix) {
        return new PeriodWriter(wanted, wanted.needed(), range, suffix).write(branches, Finish.ofPeriod(wanted, range));
    }

    private Compare compared(StepId current, StepId previous, boolean finishesLater) {
        return new Compare(
                current,
                previous,
                wanted.grouping(),
                wanted.needed(),
                finishesLater ? List.of() : wanted.ordering(),
                finishesLater ? null : wanted.task().limit());
    }

    private Aggregate finished() {
        var finish = Finish.ofAnswer(wanted, days);
        return new Aggregate(
                COMPARED,
                null,
                List.of(),
                List.of(),
                wanted.shown(),
                finish.having(),
                finish.calculations(),
                finish.ordering(),
                finish.limit(),
                finish.days(),
                finish.grain());
    }
}
