package io.asktrail.orchestrator.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.ToolId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.tool.ToolDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ToolCallsTest {
    private static final ToolDefinition SAFE = tool("ads_store", true, 2);
    private static final ToolDefinition UNSAFE = tool("orders_push", false, 2);
    private static final StepResult ROWS =
            new StepResult.Rows(new Table(List.of(), List.of()), 0, false, null, List.of(), null, List.of(), 0);

    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, Instant> opened = new ConcurrentHashMap<>();

    @Test
    void triesAgainWhatFailsOnlyNow() {
        // When
        var call = tools(0.1).call(within(5), SAFE, failingTimes(2, ErrorCode.SOURCE_DOWN));

        // Then
        assertThat(call.result()).isEqualTo(ROWS);
        assertThat(call.attempts()).isEqualTo(3);
    }

    @Test
    void givesUpAfterAsManyTriesAsTheToolsFileAllows() {
        // When
        var call = tools(0.1).call(within(5), SAFE, failingTimes(99, ErrorCode.AGENT_DOWN));

        // Then
        assertThat(call.result())
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.AGENT_DOWN));
        assertThat(calls).hasValue(3);
    }

    @Test
    void doesNotRepeatWhatIsNotSafeToRepeat() {
        // When
        tools(0.1).call(within(5), UNSAFE, failingTimes(1, ErrorCode.SOURCE_DOWN));

        // Then
        assertThat(calls).hasValue(1);
    }

    @Test
    void doesNotRepeatWhatWouldFailAgain() {
        // When
        tools(0.1).call(within(5), SAFE, failingTimes(1, ErrorCode.FORBIDDEN));
        tools(0.1).call(within(5), SAFE, failingTimes(9, ErrorCode.NO_PATH));

        // Then
        assertThat(calls).hasValue(2);
    }

    @Test
    void repeatsNoMoreThanATenthOfTheCallsWhenEverythingFails() {
        // Given breakers that stay out of it: the budget alone is looked at
        var tools = new ToolCalls(
                (_, _) -> {},
                new ToolBreakers(Duration.ofMillis(1), OpenBreakers.ofOneProcess(), Clock.systemUTC()) {
                    @Override
                    void pass(ToolDefinition tool) {}

                    @Override
                    void note(ToolDefinition tool, StepResult result, long nanos) {}
                },
                new ToolPlaces(8, Duration.ofSeconds(1)),
                new RetryBudget(0.1),
                noPauses(),
                Clock.systemUTC());

        // When
        for (var i = 0; i < 1_000; i++) {
            tools.call(within(5), SAFE, failingTimes(9_999, ErrorCode.SOURCE_DOWN));
        }

        // Then a tenth of a thousand, and the ten that are saved at the beginning
        assertThat(calls.get() - 1_000).isBetween(100, 110);
    }

    @Test
    void waitsAsLongAsItWasTold() {
        // Given
        var began = System.nanoTime();

        // When
        tools(0.1).call(within(5), SAFE, () -> {
            if (calls.incrementAndGet() == 1) {
                throw new SuiteException(ErrorCode.RATE_LIMITED, "Later.", null, Duration.ofMillis(300));
            }
            return ROWS;
        });

        // Then
        assertThat(calls).hasValue(2);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void doesNotWaitForWhatComesAfterTheDeadline() {
        // When
        var call = tools(0.1).call(within(1), SAFE, () -> {
            calls.incrementAndGet();
            throw new SuiteException(ErrorCode.RATE_LIMITED, "Later.", null, Duration.ofSeconds(30));
        });

        // Then
        assertThat(call.result()).isInstanceOf(StepResult.Missing.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void leavesAToolAloneThatFailsAgainAndAgainAndTriesItLater() throws InterruptedException {
        // Given
        var tools = tools(0);
        for (var i = 0; i < 5; i++) {
            tools.call(within(5), UNSAFE, failingTimes(99, ErrorCode.SOURCE_DOWN));
        }
        calls.set(0);

        // When
        var refused = tools.call(within(5), UNSAFE, () -> ROWS);
        var other = tools.call(within(5), SAFE, () -> ROWS);
        Thread.sleep(350);
        var later = tools.call(within(5), UNSAFE, () -> ROWS);

        // Then the failing tool alone is left alone, and the other orchestrators hear of it
        assertThat(refused.attempts()).isZero();
        assertThat(refused.result())
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.SOURCE_DOWN));
        assertThat(other.result()).isEqualTo(ROWS);
        assertThat(later.result()).isEqualTo(ROWS);
        assertThat(opened).containsOnlyKeys("orders_push");
    }

    @Test
    void usesNoQuotaForCallsThatTheBreakerStops() {
        // Given
        var taken = new AtomicInteger();
        var tools = new ToolCalls(
                (_, _) -> taken.incrementAndGet(),
                new ToolBreakers(Duration.ofMinutes(1), OpenBreakers.ofOneProcess(), Clock.systemUTC()),
                new ToolPlaces(8, Duration.ofSeconds(1)),
                new RetryBudget(0),
                noPauses(),
                Clock.systemUTC());

        // When
        for (var i = 0; i < 100; i++) {
            tools.call(within(5), SAFE, failingTimes(9_999, ErrorCode.SOURCE_DOWN));
        }

        // Then: after the five calls that it takes to notice, nothing is called and nothing is used up
        assertThat(taken).hasValue(5);
        assertThat(calls).hasValue(5);
    }

    @Test
    void leavesAToolAloneThatAnotherOrchestratorFoundFailing() {
        // Given
        opened.put("ads_store", Instant.now().plusSeconds(60));

        // When
        var refused = tools(0.1).call(within(5), SAFE, () -> ROWS);

        // Then
        assertThat(refused.attempts()).isZero();
    }

    @Test
    void aQuestionThatCannotBeAnsweredSaysNothingAgainstTheTool() {
        // Given
        var tools = tools(0);
        for (var i = 0; i < 30; i++) {
            tools.call(within(5), SAFE, failingTimes(9_999, ErrorCode.FORBIDDEN));
        }

        // When
        var call = tools.call(within(5), SAFE, () -> ROWS);

        // Then
        assertThat(call.result()).isEqualTo(ROWS);
    }

    @Test
    void handsOnWhatNobodyForesawAndGivesThePlaceBack() {
        // Given
        var tools = tools(0);

        // When
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> tools.call(within(5), SAFE, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        // Then both places are free
        assertThat(tools.call(within(5), SAFE, () -> ROWS).result()).isEqualTo(ROWS);
    }

    private ToolCalls tools(double retryShare) {
        return new ToolCalls(
                (_, _) -> {},
                new ToolBreakers(
                        Duration.ofMillis(300),
                        new OpenBreakers() {
                            @Override
                            public void opened(String tool, Instant until) {
                                opened.put(tool, until);
                            }

                            @Override
                            public Optional<Instant> openUntil(String tool) {
                                return Optional.ofNullable(opened.get(tool)).filter(Instant.now()::isBefore);
                            }
                        },
                        Clock.systemUTC()),
                new ToolPlaces(2, Duration.ofSeconds(1)),
                new RetryBudget(retryShare),
                noPauses(),
                Clock.systemUTC());
    }

    private static Backoff noPauses() {
        return new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), new Random(1));
    }

    private Supplier<StepResult> failingTimes(int times, ErrorCode code) {
        return () -> {
            if (calls.incrementAndGet() <= times) {
                throw new SuiteException(code, "It failed.");
            }
            return ROWS;
        };
    }

    private static CallContext within(int seconds) {
        return new CallContext(
                new Caller("t", List.of(), List.of(), List.of(), List.of()),
                Deadline.in(Duration.ofSeconds(seconds), Clock.systemUTC()),
                "key");
    }

    private static ToolDefinition tool(String id, boolean safe, int retries) {
        return new ToolDefinition(
                new ToolId(id),
                ToolDefinition.Kind.SQL,
                ToolDefinition.Agent.SALES,
                "",
                null,
                null,
                new ToolDefinition.Quotas(600, 60, 1_000),
                10,
                new ToolDefinition.Retries(safe, retries),
                null,
                false,
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
