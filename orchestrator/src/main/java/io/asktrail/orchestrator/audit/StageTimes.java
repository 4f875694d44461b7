package io.asktrail.orchestrator.audit;

import io.asktrail.orchestrator.audit.AuditEntry.Timings;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When each stage of one request ended, by {@link System#nanoTime}; steps may end on any thread. */
final class StageTimes {
    private static final int PLACES = 3;
    private static final int NANOS_TO_MILLIS = 6;

    private final long began;
    private @Nullable Long understood;
    private @Nullable Long planned;
    private @Nullable Long stepped;

    StageTimes(long began) {
        this.began = began;
    }

    synchronized void understood(long at) {
        understood = at;
    }

    /** The first plan: a diagnosis goes on planning while it looks. */
    synchronized void planned(long at) {
        if (planned == null) {
            planned = at;
        }
    }

    /** The last step that is told. */
    synchronized void stepped(long at) {
        stepped = at;
    }

    synchronized Timings until(long ended) {
        return new Timings(
                understood == null ? null : millis(began, understood),
                planned == null ? null : millis(understood == null ? began : understood, planned),
                planned == null || stepped == null ? null : millis(planned, stepped),
                stepped == null ? null : millis(stepped, ended),
                millis(began, ended));
    }

    private static BigDecimal millis(long from, long to) {
        return BigDecimal.valueOf(Math.max(0, to - from), NANOS_TO_MILLIS)
                .setScale(PLACES, java.math.RoundingMode.HALF_UP);
    }
}
