package io.asktrail.service.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FirstResultsTest {
    private static final Caller DELHI = caller("asha", Role.ANALYST, "Delhi");

    private final AtomicInteger fetched = new AtomicInteger();
    private final FirstResults first = new FirstResults(1_000);

    @Test
    void answersARepeatedCallWithItsFirstResult() {
        // Given
        var lost = first.of(call(DELHI, "key"), "request", this::fetch);

        // When
        var again = first.of(call(DELHI, "key"), "request", this::fetch);

        // Then
        assertThat(again).isEqualTo(lost);
        assertThat(fetched).hasValue(1);
    }

    record Other(CallContext call, String request) {}

    static Stream<Other> others() {
        return Stream.of(
                new Other(call(DELHI, "another key"), "request"),
                new Other(call(DELHI, "key"), "another request"),
                new Other(call(caller("ravi", Role.ANALYST, "Delhi"), "key"), "request"),
                new Other(call(caller("asha", Role.VIEWER, "Delhi"), "key"), "request"),
                new Other(call(caller("asha", Role.ANALYST, "Kerala"), "key"), "request"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void givesItToNobodyElseAndForNothingElse(Other other) {
        // Given
        first.of(call(DELHI, "key"), "request", this::fetch);

        // When
        first.of(other.call, other.request, this::fetch);

        // Then
        assertThat(fetched).hasValue(2);
    }

    @Test
    void triesAgainWhatFailed() {
        // Given
        var missing = new StepResult.Missing(ErrorCode.SOURCE_DOWN, "It is down.");
        first.of(call(DELHI, "key"), "request", () -> missing);
        try {
            first.of(call(DELHI, "key"), "request", () -> {
                throw new SuiteException(ErrorCode.SOURCE_DOWN, "It is still down.");
            });
        } catch (SuiteException expected) {
            // as the work itself
        }

        // When
        var result = first.of(call(DELHI, "key"), "request", this::fetch);

        // Then
        assertThat(result).isInstanceOf(StepResult.Rows.class);
    }

    @Test
    void runsOnceWhatIsRepeatedBeforeItHasEnded() throws Exception {
        // Given
        var release = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var calls = new ArrayList<Future<StepResult>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            calls.add(threads.submit(() -> first.of(call(DELHI, "key"), "request", () -> {
                begun.countDown();
                await(release);
                return fetch();
            })));
            begun.await();

            // When
            for (var i = 0; i < 20; i++) {
                calls.add(threads.submit(() -> first.of(call(DELHI, "key"), "request", this::fetch)));
            }
            release.countDown();
        }

        // Then
        assertThat(calls)
                .allSatisfy(call ->
                        assertThat(call.get()).isEqualTo(calls.getFirst().get()));
        assertThat(fetched).hasValue(1);
    }

    @Test
    void keepsNoMoreThanItIsGivenRoomFor() {
        // Given
        var small = new FirstResults(2);
        small.of(call(DELHI, "key"), "request", () -> rows(100));

        // When
        small.of(call(DELHI, "key"), "request", this::fetch);

        // Then
        assertThat(fetched).hasValue(1);
    }

    private StepResult fetch() {
        fetched.incrementAndGet();
        return rows(1);
    }

    private static StepResult rows(int count) {
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var i = 0; i < count; i++) {
            cells.add(List.of(BigDecimal.valueOf(i)));
        }
        var table = new Table(List.of(new Column("spend", "Spend", ColumnType.NUMBER, "INR")), cells);
        return new StepResult.Rows(table, count, false, null, List.of(), null, List.of(), 0);
    }

    private static Caller caller(String sub, Role role, String region) {
        return new Caller(sub, List.of(role), List.of(region), List.of(), List.of());
    }

    private static CallContext call(Caller caller, String key) {
        return new CallContext(caller, Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()), key);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
