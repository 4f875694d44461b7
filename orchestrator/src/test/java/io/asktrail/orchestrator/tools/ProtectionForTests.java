package io.asktrail.orchestrator.tools;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;

/** Protection that stands in nobody's way. */
public final class ProtectionForTests {
    private ProtectionForTests() {}

    public static ToolCalls none() {
        return new ToolCalls(
                (_, _) -> {},
                new ToolBreakers(Duration.ofSeconds(5), OpenBreakers.ofOneProcess(), Clock.systemUTC()),
                new ToolPlaces(1_000, Duration.ofSeconds(5)),
                new RetryBudget(0),
                new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), new Random(1)),
                Clock.systemUTC());
    }

    public static KeptResults nothingKept() {
        return new KeptResults(0, SharedResults.none(), Clock.systemUTC());
    }
}
