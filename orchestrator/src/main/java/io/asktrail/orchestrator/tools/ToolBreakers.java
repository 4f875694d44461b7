package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.tool.ToolDefinition;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A breaker for each tool. A tool that failed at most of its last calls is left alone for a few seconds: its
 * callers get their partial answer at once instead of waiting for what will not come.
 */
public class ToolBreakers {
    private static final int WINDOW = 20;
    private static final int FEWEST_CALLS = 5;
    /** Well above half: a tool whose every call works at the second try is worth it. */
    private static final float TOO_MANY_FAILURES_PERCENT = 70;

    private static final int PROBES = 2;

    private final Duration open;
    private final OpenBreakers others;
    private final Clock clock;
    private final Map<String, CircuitBreaker> tools = new ConcurrentHashMap<>();

    /**
     * @param open for how long a tool is left alone
     * @param others what the orchestrators tell each other
     */
    ToolBreakers(Duration open, OpenBreakers others, Clock clock) {
        this.open = open;
        this.others = others;
        this.clock = clock;
    }

    /** @throws SuiteException {@link ErrorCode#SOURCE_DOWN} if the tool is left alone just now */
    void pass(ToolDefinition tool) {
        var breaker = of(tool);
        others.openUntil(tool.id().value())
                .filter(_ -> breaker.getState() == CircuitBreaker.State.CLOSED)
                .ifPresent(until -> openWithTheOthers(breaker, until));
        if (!breaker.tryAcquirePermission()) {
            throw new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "%s failed again and again just now and is left alone for some seconds. Try again in a moment."
                            .formatted(tool.agent().serviceName()));
        }
    }

    /** For a call that was let through and then not made. */
    void release(ToolDefinition tool) {
        of(tool).releasePermission();
    }

    void note(ToolDefinition tool, StepResult result, long nanos) {
        var breaker = of(tool);
        if (result instanceof StepResult.Missing missing) {
            if (Failures.speaksAgainstTheTool(missing.code())) {
                breaker.onError(nanos, TimeUnit.NANOSECONDS, new SuiteException(missing.code(), missing.reason()));
            } else {
                // Neither good nor bad: nobody's question that cannot be answered says anything about the tool.
                breaker.releasePermission();
            }
            return;
        }
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    /** How the tool is called just now, here or by what the others say. */
    public BreakerState state(ToolId tool) {
        var known = tools.get(tool.value());
        var state = known == null ? CircuitBreaker.State.CLOSED : known.getState();
        return switch (state) {
            case CLOSED, DISABLED, METRICS_ONLY ->
                others.openUntil(tool.value()).isPresent() ? BreakerState.OPEN : BreakerState.CLOSED;
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
        };
    }

    private void openWithTheOthers(CircuitBreaker breaker, Instant until) {
        var left = Duration.between(clock.instant(), until);
        if (left.isPositive()) {
            breaker.transitionToOpenStateFor(left);
        }
    }

    private CircuitBreaker of(ToolDefinition tool) {
        return tools.computeIfAbsent(tool.id().value(), this::breaker);
    }

    private CircuitBreaker breaker(String tool) {
        var breaker = CircuitBreaker.of(
                tool,
                CircuitBreakerConfig.custom()
                        .slidingWindow(WINDOW, FEWEST_CALLS, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(TOO_MANY_FAILURES_PERCENT)
                        .waitDurationInOpenState(open)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition() == CircuitBreaker.StateTransition.CLOSED_TO_OPEN
                    || event.getStateTransition() == CircuitBreaker.StateTransition.HALF_OPEN_TO_OPEN) {
                others.opened(tool, clock.instant().plus(open));
            }
        });
        return breaker;
    }
}
