package io.asktrail.orchestrator.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), new Random(4));

    // By hand: 100 ms before the second attempt, twice that before each later one, 2 s at most.
    @ParameterizedTest
    @CsvSource({"2, 100", "3, 200", "4, 400", "6, 1600", "7, 2000", "40, 2000"})
    void waitsAnythingUpToABoundThatDoubles(int attempt, long bound) {
        // When
        var waits = IntStream.range(0, 2_000)
                .mapToLong(_ -> backoff.before(attempt).toMillis())
                .summaryStatistics();

        // Then: from next to nothing to the bound, about half of it on average
        assertThat(waits.getMax()).isLessThanOrEqualTo(bound).isGreaterThan(bound * 95 / 100);
        assertThat(waits.getMin()).isLessThan(bound / 20 + 1);
        assertThat(waits.getAverage()).isBetween(bound * 0.45, bound * 0.55);
    }
}
