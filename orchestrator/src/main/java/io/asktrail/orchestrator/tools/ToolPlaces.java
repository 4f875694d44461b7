package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.registry.tool.ToolDefinition;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** So many calls of a tool may be under way at once in this process; the next ones wait in order. */
final class ToolPlaces {
    private final BulkheadConfig config;
    private final Map<String, Bulkhead> tools = new ConcurrentHashMap<>();

    /** @param patience the longest wait; a step's thread is interrupted when its own deadline passes before that */
    ToolPlaces(int places, Duration patience) {
        this.config = BulkheadConfig.custom()
                .maxConcurrentCalls(places)
                .maxWaitDuration(patience)
                .fairCallHandlingStrategyEnabled(true)
                .build();
    }

    /** A place that is given back when it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Place take(ToolDefinition tool) {
        var bulkhead = tools.computeIfAbsent(tool.id().value(), name -> Bulkhead.of(name, config));
        try {
            if (bulkhead.tryAcquirePermission()) {
                return bulkhead::onComplete;
            }
        } catch (AcquirePermissionCancelledException stopped) {
            throw new SuiteException(
                    ErrorCode.CANCELLED, "Nobody waited for this any more, so it was given up.", stopped);
        }
        throw new SuiteException(
                ErrorCode.DEADLINE_PASSED,
                "%s was busy with other questions for all of the time there was. Try again in a moment."
                        .formatted(tool.agent().serviceName()));
    }
}
