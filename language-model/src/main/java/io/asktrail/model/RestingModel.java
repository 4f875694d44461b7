package io.asktrail.model;

import io.asktrail.contracts.answer.Cost;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A model that is made when it is first needed, and left alone for a while when it is not there: nobody waits
 * because something that could only widen an answer is down.
 */
public final class RestingModel implements LanguageModel {
    private final Supplier<LanguageModel> model;
    private final CircuitBreaker breaker;

    /** @param model makes it; called once */
    RestingModel(Supplier<LanguageModel> model, int restAfter, Duration rest) {
        this.model = once(model);
        this.breaker = CircuitBreaker.of(
                "language-model",
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
        return new RestingModel(() -> new OpenAiModel(settings), settings.restAfter(), settings.rest());
    }

    private static Supplier<LanguageModel> once(Supplier<LanguageModel> make) {
        return new Supplier<>() {
            private @org.jspecify.annotations.Nullable LanguageModel made;

            @Override
            public synchronized LanguageModel get() {
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
