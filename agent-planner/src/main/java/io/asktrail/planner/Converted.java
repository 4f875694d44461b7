package io.asktrail.planner;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.StepInputs.Convert;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.plan.StepInputs.Fetch;
import io.asktrail.contracts.task.Conversion.Policy;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How what one source gives is read and converted.
 *
 * @param metrics what is asked of the source, some of it amounts in another currency
 * @param grain of the rows that are wanted; null for one row a group
 */
record Converted(
        Exchange exchange, List<MetricId> metrics, @Nullable Grain grain) {
    /** One reading; not converted where there is nothing to convert. */
    record Part(List<MetricId> metrics, boolean byDay, boolean converted) {}

    /** Amounts at daily rates are read by day; what is no amount is read as ever, since some of it does not add up. */
    List<Part> parts() {
        var amounts = metrics.stream()
                .filter(metric -> exchange.foreign(metric).isPresent())
                .toList();
        if (amounts.isEmpty()) {
            return List.of(new Part(metrics, false, false));
        }
        if (policy() == Policy.PERIOD_AVERAGE || grain == Grain.DAY) {
            return List.of(new Part(metrics, false, true));
        }
        var rest = metrics.stream().filter(metric -> !amounts.contains(metric)).toList();
        var parts = new ArrayList<Part>();
        parts.add(new Part(amounts, true, true));
        if (!rest.isEmpty()) {
            parts.add(new Part(rest, false, false));
        }
        return parts;
    }

    Convert step(StepId rows, DateRange days) {
        return new Convert(rows, exchange.wanted().to(), policy(), days, grain);
    }

    private Policy policy() {
        return exchange.policies(metrics).getFirst();
    }

    static Fetch byDay(Fetch fetch) {
        var groups = new LinkedHashSet<DimensionId>();
        groups.add(TaskSpec.DATE);
        groups.addAll(fetch.groupBy());
        return new Fetch(
                fetch.metrics(),
                List.copyOf(groups),
                Grain.DAY,
                fetch.dateRange(),
                fetch.tz(),
                fetch.entities(),
                fetch.filters(),
                List.of(),
                null,
                fetch.only());
    }
}
