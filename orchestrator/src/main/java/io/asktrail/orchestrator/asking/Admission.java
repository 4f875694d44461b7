package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import java.time.Duration;

/**
 * So many questions are worked on at once. One more waits a moment for a place and is then sent away: it costs its
 * caller less to come back than everybody else to have it in between.
 */
public final class Admission {
    private static final Duration COME_BACK_IN = Duration.ofSeconds(1);

    private final Bulkhead places;

    /** @param patience how long one more waits; 0 not at all */
    public Admission(int places, Duration patience) {
        this.places = Bulkhead.of(
                "questions",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(places)
                        .maxWaitDuration(patience)
                        .fairCallHandlingStrategyEnabled(true)
                        .build());
    }

    /** Given back when it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws SuiteException {@link ErrorCode#RATE_LIMITED} if all places are taken */
    Place enter() {
        try {
            if (places.tryAcquirePermission()) {
                return places::onComplete;
            }
        } catch (AcquirePermissionCancelledException gone) {
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away before its turn came.", gone);
        }
        throw new SuiteException(
                ErrorCode.RATE_LIMITED,
                "Asktrail has as many questions as it can work on just now. Ask again in a second.",
                null,
                COME_BACK_IN);
    }
}
