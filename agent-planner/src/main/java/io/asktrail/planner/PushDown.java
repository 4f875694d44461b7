package io.asktrail.planner;

import io.asktrail.contracts.task.Ordering;

/** Decides whether a source may rank and cut its rows itself: only where nothing later can change the order. */
record PushDown(Wanted wanted, Branch branch) {

    boolean isSafe() {
        return wanted.task().limit() != null
                && branch.fetches().size() == 1
                && wanted.task().compare() == null
                && wanted.task().currency() == null
                && wanted.having().isEmpty()
                && wanted.task().calculations().isEmpty()
                && !wanted.isSeries()
                && !wanted.grouping().isEmpty()
                && wanted.ordering().stream().allMatch(this::isKnownAtSource);
    }

    private boolean isKnownAtSource(Ordering ordering) {
        var measured = branch.fetches().firstEntry().getValue();
        return measured.contains(ordering.field().asMetric())
                || wanted.grouping().contains(ordering.field().asDimension());
    }
}
