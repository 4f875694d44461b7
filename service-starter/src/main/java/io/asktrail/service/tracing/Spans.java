package io.asktrail.service.tracing;

import io.micrometer.common.KeyValues;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.Callable;

/** Spans for what happens inside a process, so that a trace looks the same however the agents are deployed. */
public final class Spans {
    private static final ContextSnapshotFactory THREADS =
            ContextSnapshotFactory.builder().build();

    private final ObservationRegistry observations;

    Spans(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** Spans that nobody sees, for code that runs without a service around it. */
    public static Spans none() {
        return new Spans(ObservationRegistry.NOOP);
    }

    /**
     * Does the work within a span of its own; what it throws marks the span as failed and goes on.
     *
     * @param name of a kind of work, such as {@code step}; never of one piece, as timings are kept by name
     * @param tags what tells this piece from others, such as the step's id
     */
    public <T, E extends Throwable> T within(String name, KeyValues tags, Observation.CheckedCallable<T, E> work)
            throws E {
        return Observation.createNotStarted(name, observations)
                .highCardinalityKeyValues(tags)
                .observeChecked(work);
    }

    /** The same work, but with this thread's trace wherever it will run. */
    public static <T> Callable<T> carried(Callable<T> work) {
        return THREADS.captureAll().wrap(work);
    }

    /** The same work, but with this thread's trace wherever it will run. */
    public static Runnable carried(Runnable work) {
        return THREADS.captureAll().wrap(work);
    }
}
