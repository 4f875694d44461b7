package io.asktrail.planner.model;

import io.asktrail.contracts.answer.Cost;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A model that is made when it is first needed, and left alone for a while when it is not there: nobody waits for a
 * refusal because something that could only widen it is down.
 */
public final class RestingModel implements PlanModel {
    private final Supplier<PlanModel> model;
    private final CircuitBreaker breaker;

    /** @param model makes it; called once */
    RestingModel(Supplier<PlanModel> model, int restAfter, Duration rest) {
        this.model = once(model);
        this.breaker = CircuitBreaker.of(
                "planner-model",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(restAfter)
                        .minimumNumberOfCalls(restAfter)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    /** The classes of the client are not even loaded before the first call. */
    public static RestingModel of(ModelSettings settings) {
        return new RestingModel(() -> new OpenAiPlanModel(settings), settings.restAfter(), settings.rest());
    }

    private static Supplier<PlanModel> once(Supplier<PlanModel> make) {
        return new Supplier<>() {
            private @org.jspecify.annotations.Nullable PlanModel made;

            @Override
            public synchronized PlanModel get() {
                if (made == null) {
                    made = make.get();
                }
                return made;
            }
        };
    }

    @Override
    public Reply reply(Request request, Duration within) {
        if (!breaker.tryAcquirePermission()) {
            return new Reply.NotThere(Cost.NONE);
        }
        var began = breaker.getCurrentTimestamp();
        var reply = model.get().reply(request, within);
        var took = breaker.getCurrentTimestamp() - began;
        if (reply instanceof Reply.NotThere) {
            breaker.onError(took, breaker.getTimestampUnit(), new IllegalStateException("not there"));
        } else {
            breaker.onSuccess(took, breaker.getTimestampUnit());
        }
        return reply;
    }
}
