package io.asktrail.orchestrator.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.orchestrator.state.TestState;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SharedQuotasTest {
    private static final int BURST = 6;
    private static final StateDatabase STATE = TestState.of("quotas", 8);

    private final SharedQuotas quotas = new SharedQuotas(STATE.dataSource(), Clock.systemUTC());

    @Test
    void givesAsManyCallsAsTheBurstAndThenNoMore() {
        // When
        var taken = taken(quotas, "one", 1, 16);

        // Then
        assertThat(taken).isEqualTo(BURST);
    }

    @Test
    void twoOrchestratorsTakeFromOneQuota() {
        // Given
        var other = new SharedQuotas(STATE.dataSource(), Clock.systemUTC());

        // When
        var taken = 0;
        for (var i = 0; i < 16; i++) {
            taken += taken(quotas, "two", 1, 1) + taken(other, "two", 1, 1);
        }

        // Then: a tenth of the quota, here one call, may have been taken ahead by each
        assertThat(taken).isBetween(BURST, BURST + 2);
    }

    @Test
    void waitsForACallThatComesInTime() {
        // Given
        taken(quotas, "soon", 600, BURST);

        // When: the next one comes in a tenth of a second
        quotas.take(within(Duration.ofSeconds(10)), tool("soon", 600));

        // Then it was let through
    }

    @Test
    void manyAtOnceTakeNoMoreThanThereAre() throws InterruptedException {
        // Given
        var taken = new AtomicInteger();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 100; i++) {
                threads.submit(() -> taken.addAndGet(taken(quotas, "many", 1, 1)));
            }
        }

        // Then
        assertThat(taken).hasValue(BURST);
    }

    @Test
    void countsAloneWhileTheDatabaseIsAway() {
        // Given
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");

        // When
        var taken = taken(new SharedQuotas(nowhere, Clock.systemUTC()), "alone", 1, 16);

        // Then
        assertThat(taken).isEqualTo(BURST);
    }

    private static int taken(SharedQuotas from, String tool, int rpm, int asked) {
        var taken = 0;
        for (var i = 0; i < asked; i++) {
            try {
                from.take(within(Duration.ofMillis(50)), tool(tool, rpm));
                taken++;
            } catch (SuiteException spent) {
                assertThat(spent.code()).isEqualTo(ErrorCode.QUOTA_SPENT);
            }
        }
        return taken;
    }

    private static CallContext within(Duration time) {
        return new CallContext(
                new Caller("t", List.of(), List.of(), List.of(), List.of()),
                Deadline.in(time, Clock.systemUTC()),
                "key");
    }

    private static ToolDefinition tool(String id, int rpm) {
        return new ToolDefinition(
                new ToolId(id),
                ToolDefinition.Kind.SQL,
                ToolDefinition.Agent.SALES,
                "",
                null,
                null,
                new ToolDefinition.Quotas(rpm, BURST, 1_000),
                10,
                new ToolDefinition.Retries(true, 0),
                null,
                false,
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
