package io.asktrail.planner;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Ordering;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether a source may rank and cut its rows itself: only where nothing later can change the order. */
record PushDown(Wanted wanted, Branch branch) {

    boolean rankedAtSource(List<Ordering> ordering, @Nullable Integer limit) {
        return limit != null
                && branch.fetches().size() == 1
                && wanted.task().compare() == null
                && wanted.having().isEmpty()
                && wanted.task().calculations().isEmpty()
                && !wanted.isSeries()
                && !wanted.grouping().isEmpty()
                && ordering.stream().allMatch(this::isKnownAtSource);
    }

    private boolean isKnownAtSource(Ordering ordering) {
        List<MetricId> measured = branch.fetches().firstEntry().getValue();
        return measured.contains(ordering.field().asMetric())
                || wanted.grouping().contains(ordering.field().asDimension());
    }
}
