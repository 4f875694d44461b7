package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.github.bucket4j.Bucket;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * How calls are made to a server that throttles and fails: few at once, no more a minute than the quota, again after a
 * pause where that may help, and not at all for a while where it has failed again and again.
 */
final class Endurance {
    private static final String NAME = "amazon-ads";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final AmazonSettings settings;
    private final Retry retry;
    private final CircuitBreaker breaker;
    private final Bucket quota;
    private final Bulkhead bulkhead;

    Endurance(AmazonSettings settings) {
        this.settings = settings;
        this.retry = Retry.of(
                NAME,
                RetryConfig.<Object>custom()
                        .maxAttempts(settings.patience().attempts())
                        .retryOnException(this::isWorthAnotherTry)
                        .intervalBiFunction(this::pause)
                        .build());
        this.breaker = CircuitBreaker.of(
                NAME,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(20)
                        .failureRateThreshold(80)
                        .waitDurationInOpenState(settings.patience().longestPause())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordException(Endurance::isAmazonsFault)
                        .build());
        this.quota = Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.quota().atOnce())
                        .refillGreedy(settings.quota().perMinute(), A_MINUTE))
                .build();
        this.bulkhead = Bulkhead.of(
                NAME,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.quota().atOnce())
                        .maxWaitDuration(A_MINUTE.multipliedBy(5))
                        .build());
    }

    /** Makes a call that may be made again. */
    <T> T of(Supplier<T> call) {
        try {
            return retry.executeSupplier(() -> once(call));
        } catch (CallNotPermittedException leftAlone) {
            throw new AmazonException(
                    Trouble.UNAVAILABLE,
                    "Amazon failed again and again and is left alone for %d s."
                            .formatted(settings.patience().longestPause().toSeconds()),
                    leftAlone);
        } catch (BulkheadFullException busy) {
            throw new AmazonException(
                    Trouble.THROTTLED, "Too much is asked of Amazon at once; it is tried later.", busy);
        }
    }

    private <T> T once(Supplier<T> call) {
        try {
            quota.asBlocking().consume(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmazonException(Trouble.INTERRUPTED, "Nobody waits for Amazon any more.", e);
        }
        return bulkhead.executeSupplier(() -> breaker.executeSupplier(call));
    }

    private boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof AmazonException amazon
                && amazon.trouble().passes()
                && amazon.retryAfter()
                        .filter(wait -> wait.compareTo(settings.patience().longestPause()) > 0)
                        .isEmpty();
    }

    private static boolean isAmazonsFault(Throwable failure) {
        return failure instanceof AmazonException amazon && amazon.trouble() == Trouble.UNAVAILABLE;
    }

    private Long pause(Integer attempt, Either<Throwable, Object> outcome) {
        var told = outcome.isLeft() && outcome.getLeft() instanceof AmazonException amazon
                ? amazon.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        var longest = settings.patience().longestPause().toMillis();
        var ceiling = Math.min(longest, settings.patience().firstPause().toMillis() << Math.min(20, attempt - 1));
        return Math.max(1, told.toMillis() + ThreadLocalRandom.current().nextLong(ceiling + 1));
    }
}
