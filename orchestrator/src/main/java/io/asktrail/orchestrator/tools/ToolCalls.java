package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.tool.ToolDefinition;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Calls a tool as its file allows: within its quota, not while its breaker is open, again only where a repetition is
 * safe. Repetitions have a budget of their own, so that a source in trouble is not given more to do by them.
 */
public final class ToolCalls {
    private final ToolQuotas quotas;
    private final ToolBreakers breakers;
    private final ToolPlaces places;
    private final RetryBudget budget;
    private final Backoff backoff;
    private final Clock clock;

    ToolCalls(
            ToolQuotas quotas,
            ToolBreakers breakers,
            ToolPlaces places,
            RetryBudget budget,
            Backoff backoff,
            Clock clock) {
        this.quotas = quotas;
        this.breakers = breakers;
        this.places = places;
        this.budget = budget;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** One try: what the tool gave, and when it wants to be asked again if it gave nothing. */
    private record Try(StepResult result, Optional<Duration> retryAfter) {
        Optional<ErrorCode> failure() {
            return result instanceof StepResult.Missing missing ? Optional.of(missing.code()) : Optional.empty();
        }
    }

    /** @param work the call itself; its failures are values or {@link SuiteException}s */
    public ToolCall call(CallContext call, ToolDefinition tool, Supplier<StepResult> work) {
        var attempts = new AtomicInteger();
        budget.called(tool.id());
        var retry = Retry.of(tool.id().value(), policy(call, tool, attempts));
        var last = retry.executeSupplier(() -> attempt(call, tool, work, attempts));
        return ToolCall.fresh(last.result(), attempts.get());
    }

    private RetryConfig policy(CallContext call, ToolDefinition tool, AtomicInteger attempts) {
        int most = tool.retries().safe() ? 1 + tool.retries().max() : 1;
        return RetryConfig.<Try>custom()
                .maxAttempts(most)
                .retryOnException(_ -> false)
                .retryOnResult(tried -> attempts.get() < most && isWorthRepeating(tried, call, tool))
                .intervalBiFunction(
                        (attempt, outcome) -> pause(attempt, outcome).toMillis())
                .build();
    }

    private boolean isWorthRepeating(Try tried, CallContext call, ToolDefinition tool) {
        var left = call.deadline().remaining(clock);
        return tried.failure().filter(Failures::mayPass).isPresent()
                && left.compareTo(tried.retryAfter().orElse(Duration.ZERO).plus(Backoff.WORTHWHILE)) > 0
                && budget.take(tool.id());
    }

    private Duration pause(int attempt, Either<Throwable, Try> outcome) {
        var asked = outcome.isRight() ? outcome.get().retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        var own = backoff.before(attempt + 1);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private Try attempt(CallContext call, ToolDefinition tool, Supplier<StepResult> work, AtomicInteger attempts) {
        try (var _ = places.take(tool)) {
            breakers.pass(tool);
            takeQuota(call, tool);
            attempts.incrementAndGet();
            return judged(tool, work);
        } catch (SuiteException refused) {
            return new Try(new StepResult.Missing(refused.code(), refused.forCaller()), Optional.empty());
        }
    }

    // After the breaker: a tool that is left alone must not use up its quota by not being called.
    private void takeQuota(CallContext call, ToolDefinition tool) {
        try {
            quotas.take(call, tool);
        } catch (SuiteException spent) {
            breakers.release(tool);
            throw spent;
        }
    }

    private Try judged(ToolDefinition tool, Supplier<StepResult> work) {
        var began = System.nanoTime();
        try {
            var result = work.get();
            breakers.note(tool, result, System.nanoTime() - began);
            return new Try(result, Optional.empty());
        } catch (SuiteException failure) {
            var missing = new StepResult.Missing(failure.code(), failure.forCaller());
            breakers.note(tool, missing, System.nanoTime() - began);
            return new Try(missing, failure.retryAfter());
        } catch (RuntimeException unforeseen) {
            breakers.note(
                    tool, new StepResult.Missing(ErrorCode.BROKEN_INVARIANT, "unforeseen"), System.nanoTime() - began);
            throw unforeseen;
        }
    }
}
