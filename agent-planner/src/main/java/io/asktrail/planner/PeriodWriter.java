package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.planner.Sourcing.Read;
import io.asktrail.registry.metric.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the steps of one period: what is fetched, how it is joined, what is worked out at the end. */
final class PeriodWriter {
    /** Before any order: where "all time up to a day" begins. */
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final Wanted wanted;
    private final List<MetricId> shown;
    private final DateRange days;
    private final String suffix;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();

    /**
     * @param shown the metrics that the period's last step gives
     * @param suffix tells the steps of an earlier period from their twins
     */
    PeriodWriter(Wanted wanted, List<MetricId> shown, DateRange days, String suffix) {
        this.wanted = wanted;
        this.shown = shown;
        this.days = days;
        this.suffix = suffix;
    }

    /** What a join gives so far. */
    private record Side(StepId step, List<MetricId> metrics) {}

    List<Step> write(List<Branch> branches, Finish finish) {
        if (branches.size() == 1) {
            var branch = branches.getFirst();
            join(fetch(branch, new PushDown(wanted, branch).isSafe()), branch.formulas(), shown, finish);
        } else {
            join(branches.stream().map(this::workOut).toList(), List.of(), shown, finish);
        }
        return steps;
    }

    private Side workOut(Branch branch) {
        join(fetch(branch, false), branch.formulas(), branch.results(), Finish.NOTHING);
        return new Side(steps.getLast().id(), branch.results());
    }

    private List<Side> fetch(Branch branch, boolean ranked) {
        var sides = new ArrayList<Side>();
        branch.fetches().forEach((read, metrics) -> {
            var agent = read.source().tool().agent().name().toLowerCase(Locale.ROOT);
            var step = add(agent, read.source().ref(), fetchInputs(read, metrics, ranked));
            sides.add(new Side(step, List.copyOf(metrics)));
        });
        return sides;
    }

    private Fetch fetchInputs(Read read, List<MetricId> metrics, boolean ranked) {
        return new Fetch(
                metrics,
                wanted.grouping(),
                wanted.grain(),
                read.window() == Window.TO_DATE ? new DateRange(BEGINNING, days.end()) : days,
                wanted.task().period().tz(),
                read.conditions().entities(),
                read.conditions().filters(),
                ranked ? wanted.ordering() : List.of(),
                ranked ? wanted.task().limit() : null);
    }

    // Two at a time: every join is at the grain of the answer, so no row meets more than one other.
    private void join(List<Side> sides, List<String> formulas, List<MetricId> select, Finish finish) {
        var left = sides.getFirst();
        for (var right : sides.subList(1, sides.size())) {
            var isLast = right.equals(sides.getLast());
            var metrics = new ArrayList<>(left.metrics());
            metrics.addAll(right.metrics());
            left = new Side(
                    aggregate(
                            left,
                            right,
                            isLast ? formulas : List.of(),
                            isLast ? select : metrics,
                            isLast ? finish : Finish.NOTHING),
                    metrics);
        }
        if (sides.size() == 1) {
            aggregate(left, null, formulas, select, finish);
        }
    }

    private StepId aggregate(
            Side left, @Nullable Side right, List<String> formulas, List<MetricId> select, Finish finish) {
        return add(
                "calc",
                ComputeTools.AGGREGATE,
                new Aggregate(
                        left.step(),
                        right == null ? null : right.step(),
                        right == null ? List.of() : wanted.grouping(),
                        formulas,
                        select,
                        finish.having(),
                        finish.calculations(),
                        finish.ordering(),
                        finish.limit(),
                        finish.days(),
                        finish.grain()));
    }

    private StepId add(String kind, ToolRef tool, StepInputs inputs) {
        var id = new StepId(kind + counters.merge(kind, 1, Integer::sum) + suffix);
        steps.add(new Step(id, tool, inputs));
        return id;
    }
}
