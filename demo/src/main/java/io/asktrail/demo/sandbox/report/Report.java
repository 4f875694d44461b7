package io.asktrail.demo.sandbox.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report that was asked for. Its state alone changes. */
final class Report {
    private final String id;
    private final @Nullable String name;
    private final ReportOrder order;
    private final Instant createdAt;
    private volatile ReportState state;
    private boolean cancelled;

    Report(String id, @Nullable String name, ReportOrder order, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.order = order;
        this.createdAt = createdAt;
        this.state = new ReportState.Pending(createdAt);
    }

    String id() {
        return id;
    }

    @Nullable
    String name() {
        return name;
    }

    ReportOrder order() {
        return order;
    }

    Instant createdAt() {
        return createdAt;
    }

    ReportState state() {
        return state;
    }

    /** Leaves the queue; false where it was taken out of it before. */
    synchronized boolean begin(Instant now) {
        if (cancelled) {
            return false;
        }
        state = new ReportState.Processing(now);
        return true;
    }

    /** Takes it out of the queue; false where it has left that already. */
    synchronized boolean cancel() {
        if (state instanceof ReportState.Pending) {
            cancelled = true;
        }
        return cancelled;
    }

    void become(ReportState next) {
        state = next;
    }

    boolean isUnderWay() {
        return state instanceof ReportState.Pending || state instanceof ReportState.Processing;
    }
}
