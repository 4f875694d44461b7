package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.plan.StepInputs.Aggregate;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.plan.Winners;
import io.asktrail.planner.Sourcing.Read;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the steps of one period: what is fetched, how it is joined, what is worked out at the end. */
final class PeriodWriter {
    /** Before any order: where "all time up to a day" begins. */
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final Wanted wanted;
    private final List<MetricId> shown;
    private final DateRange days;
    private final String suffix;
    private final @Nullable Winners winners;
    private final Registry registry;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();

    /**
     * @param shown the metrics that the period's last step gives
     * @param suffix tells the steps of an earlier period from their twins
     * @param winners the groups that a step before this period found; null for all
     */
    PeriodWriter(
            Registry registry,
            Wanted wanted,
            List<MetricId> shown,
            DateRange days,
            String suffix,
            @Nullable Winners winners) {
        this.registry = registry;
        this.winners = winners;
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
            var sides = EarlyRanking.among(wanted, branch, registry)
                    .map(ranking -> rankThenFetch(branch, ranking))
                    .orElseGet(() -> fetch(branch, new PushDown(wanted, branch).isSafe()));
            join(sides, branch.formulas(), shown, finish);
        } else {
            join(branches.stream().map(branch -> workOut(branch, finish)).toList(), List.of(), shown, finish);
        }
        return steps;
    }

    // The source that ranks is read whole; of the others only what can be among the first rows.
    private List<Side> rankThenFetch(Branch branch, EarlyRanking ranking) {
        var fetches = branch.fetches();
        var measured = Objects.requireNonNull(fetches.get(ranking.read()));
        var all = fetch(ranking.read(), measured, false, winners);
        var finish = new Finish(wanted.having(), List.of(), List.of(), null, null, null, null, null)
                .ranked(wanted.ordering(), ranking.lead());
        var rank = aggregate("rank", all, null, ranking.formulas(), ranking.select(), finish);
        var sides = new ArrayList<Side>();
        sides.add(new Side(rank, measured));
        fetches.forEach((read, metrics) -> {
            if (!read.equals(ranking.read())) {
                sides.add(fetch(read, metrics, false, new Winners(rank, ranking.dimension(), ranking.lead())));
            }
        });
        return sides;
    }

    // What is filled at the end is filled from days that were held; groups are kept before they are counted.
    private Side workOut(Branch branch, Finish finish) {
        join(fetch(branch, false), branch.formulas(), branch.results(), Finish.NOTHING.keeping(finish.within()));
        return new Side(steps.getLast().id(), branch.results());
    }

    private List<Side> fetch(Branch branch, boolean ranked) {
        var sides = new ArrayList<Side>();
        var exchange = Exchange.of(wanted.task(), registry);
        branch.fetches()
                .forEach((read, metrics) -> sides.addAll(exchange.map(
                                rates -> converted(read, new Converted(rates, List.copyOf(metrics), wanted.grain())))
                        .orElseGet(() -> List.of(fetch(read, metrics, ranked, winners)))));
        return sides;
    }

    private List<Side> converted(Read read, Converted converted) {
        return converted.parts().stream()
                .map(part -> {
                    var inputs = fetchInputs(read, part.metrics(), false);
                    var fetch = fetch(read, (part.byDay() ? Converted.byDay(inputs) : inputs).of(winners));
                    return part.converted()
                            ? new Side(
                                    add("convert", ComputeTools.CONVERT, converted.step(fetch.step(), days)),
                                    part.metrics())
                            : fetch;
                })
                .toList();
    }

    private Side fetch(Read read, List<MetricId> metrics, boolean ranked, @Nullable Winners only) {
        return fetch(read, fetchInputs(read, metrics, ranked).of(only));
    }

    private Side fetch(Read read, Fetch inputs) {
        var agent = read.source().tool().agent().name().toLowerCase(Locale.ROOT);
        return new Side(add(agent, read.source().ref(), inputs), inputs.metrics());
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
                            "calc",
                            left,
                            right,
                            isLast ? formulas : List.of(),
                            isLast ? select : metrics,
                            isLast ? finish : Finish.NOTHING),
                    metrics);
        }
        if (sides.size() == 1) {
            aggregate("calc", left, null, formulas, select, finish);
        }
    }

    private StepId aggregate(
            String kind, Side left, @Nullable Side right, List<String> formulas, List<MetricId> select, Finish finish) {
        return add(
                kind,
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
                        finish.grain(),
                        finish.lead(),
                        finish.within()));
    }

    private StepId add(String kind, ToolRef tool, StepInputs inputs) {
        var id = new StepId(kind + counters.merge(kind, 1, Integer::sum) + suffix);
        steps.add(new Step(id, tool, inputs));
        return id;
    }
}
