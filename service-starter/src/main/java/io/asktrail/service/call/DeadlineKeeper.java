package io.asktrail.service.call;

import io.asktrail.contracts.caller.CallContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;

/** Around an agent's HTTP proxy: no call outlives its deadline, and what fails, fails in the suite's own words. */
final class DeadlineKeeper implements InvocationHandler {
    private final Object agent;
    private final CallFailures failures;
    private final Duration usual;
    private final Clock clock;

    DeadlineKeeper(Object agent, CallFailures failures, Duration usual, Clock clock) {
        this.agent = agent;
        this.failures = failures;
        this.usual = usual;
        this.clock = clock;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        var given = arguments == null ? new @Nullable Object[0] : arguments;
        var left = timeLeft(given);
        if (!left.isPositive()) {
            throw failures.noTimeLeft();
        }
        try {
            return ScopedValue.where(PatientRequests.PATIENCE, left).call(() -> method.invoke(agent, given));
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException() instanceof RestClientException overHttp
                    ? failures.ofFailure(overHttp)
                    : failed.getTargetException();
        }
    }

    private Duration timeLeft(@Nullable Object[] arguments) {
        return Arrays.stream(arguments)
                .filter(CallContext.class::isInstance)
                .map(call -> ((CallContext) call).deadline().remaining(clock))
                .findFirst()
                .orElse(usual);
    }
}
