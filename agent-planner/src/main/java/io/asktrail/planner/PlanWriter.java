package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Lead;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.Compare;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.Winners;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Calculation.Kind;
import io.asktrail.contracts.task.Comparison;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.planner.Sourcing.Sourced;
import io.asktrail.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the steps of a task whose sources are known. */
final class PlanWriter {
    private static final StepId COMPARED = new StepId("compare1");
    private static final StepId FINISHED = new StepId("finish1");

    private final Registry registry;
    private final Wanted wanted;
    private final List<Branch> branches;
    private final DateRange days;

    PlanWriter(Registry registry, Wanted wanted, Sourced sourced) {
        this.registry = registry;
        this.wanted = wanted;
        this.branches = Branch.of(sourced.metrics());
        this.days = days(wanted.task());
    }

    // A forecast is worked out from more days than it shows.
    private static DateRange days(TaskSpec task) {
        var period = task.period();
        var foretells = task.calculations().stream().anyMatch(calculation -> calculation.kind() == Kind.FORECAST);
        return new DateRange(
                foretells ? period.end().minusDays(Calculation.FORECAST_HISTORY_DAYS - 1L) : period.start(),
                period.end());
    }

    Plan write() {
        return plan(steps(null));
    }

    /** Series of the groups that the last of these steps ranks first. */
    Plan writeAfter(List<Step> ranking) {
        var winners = new Winners(ranking.getLast().id(), firstGroup(), null);
        var steps = new ArrayList<>(ranking);
        steps.addAll(steps(winners));
        return plan(steps);
    }

    /** The steps of a ranking that others build on. */
    List<Step> ranking() {
        return new PeriodWriter(registry, wanted, wanted.shown(), days, "_rank", null)
                .write(branches, Finish.ofAnswer(wanted, days));
    }

    private DimensionId firstGroup() {
        return wanted.grouping().stream()
                .filter(dimension -> !dimension.equals(TaskSpec.DATE))
                .findFirst()
                .orElseThrow();
    }

    private static Plan plan(List<Step> steps) {
        return new Plan(steps, new Plan.Outputs(steps.getLast().id(), true));
    }

    private List<Step> steps(@Nullable Winners winners) {
        var compare = wanted.task().compare();
        return compare == null
                ? new PeriodWriter(registry, wanted, wanted.shown(), days, "", winners)
                        .write(branches, Finish.ofAnswer(wanted, days).keeping(stepOf(winners)))
                : twins(compare, winners);
    }

    private static @Nullable StepId stepOf(@Nullable Winners winners) {
        return winners == null ? null : winners.of();
    }

    private List<Step> twins(Comparison compare, @Nullable Winners winners) {
        // Conditions and calculations look at the period that is asked about, beside whose rows the earlier ones stand.
        var finishesLater = !wanted.counts()
                && (!wanted.having().isEmpty()
                        || !wanted.helping().isEmpty()
                        || !wanted.task().calculations().isEmpty());
        var lead = finishesLater ? Optional.<Lead>empty() : EarlyRanking.lead(wanted, registry);
        var before = new DateRange(compare.start(), compare.end());
        var now = Finish.ofPeriod(wanted, days);
        var steps = new ArrayList<>(period(
                days,
                "",
                winners,
                lead.map(ahead -> now.ranked(wanted.ordering(), ahead)).orElse(now)));
        var current = steps.getLast().id();
        var groups = lead.<@Nullable Winners>map(ahead -> new Winners(current, firstGroup(), ahead))
                .orElse(winners);
        steps.addAll(period(
                before, "_before", groups, Finish.ofPeriod(wanted, before).keeping(stepOf(winners))));
        var previous = steps.getLast().id();
        steps.add(new Step(COMPARED, ComputeTools.COMPARE, compared(current, previous, finishesLater)));
        if (finishesLater) {
            steps.add(new Step(FINISHED, ComputeTools.AGGREGATE, finished()));
        }
        return steps;
    }

    private List<Step> period(DateRange range, String suffix, @Nullable Winners winners, Finish finish) {
        return new PeriodWriter(registry, wanted, wanted.needed(), range, suffix, winners)
                .write(branches, suffix.isEmpty() ? finish.keeping(stepOf(winners)) : finish);
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
