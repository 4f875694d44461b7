package io.asktrail.gateway.limits;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * How much may be taken.
 *
 * @param name that callers see in their headers
 * @param burst at once
 */
public record Limit(String name, int perMinute, int burst) {
    /** The same to the library that counts. */
    public Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .build();
    }

    /** How long an empty one takes to be full. */
    public Duration timeToFill() {
        return Duration.ofMinutes(1).multipliedBy(burst).dividedBy(perMinute);
    }

    /** As {@code RateLimit-Policy} writes it. */
    String policy() {
        return "\"" + name + "\";q=" + burst + ";w=" + Math.max(1, timeToFill().toSeconds());
    }
}
