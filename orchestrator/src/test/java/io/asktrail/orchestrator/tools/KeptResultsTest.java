package io.asktrail.orchestrator.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.table.Table;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class KeptResultsTest {
    private static final Registry REGISTRY = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final KeptResults kept = new KeptResults(1_000_000, SharedResults.none(), Clock.systemUTC());
    private final AtomicInteger fetched = new AtomicInteger();

    @Test
    void fetchesEqualStepsOnce() {
        // When
        var first = kept.get(key("Delhi", "d1"), MINUTE, soon(), () -> fetch("Delhi"));
        var second = kept.get(key("Delhi", "d1"), MINUTE, soon(), () -> fetch("Delhi"));

        // Then
        assertThat(fetched).hasValue(1);
        assertThat(first.cache()).isEqualTo(CacheUse.MISS);
        assertThat(second.cache()).isEqualTo(CacheUse.HIT);
        assertThat(second.result()).isEqualTo(first.result());
    }

    @Test
    void fetchesAgainWhenDataWereLoaded() {
        // When
        kept.get(key("Delhi", "loaded at 8"), MINUTE, soon(), () -> fetch("Delhi"));
        kept.get(key("Delhi", "loaded at 9"), MINUTE, soon(), () -> fetch("Delhi"));

        // Then
        assertThat(fetched).hasValue(2);
    }

    @Test
    void keepsNothingThatFailedAndNothingOfAToolThatForbidsIt() {
        // When
        for (var i = 0; i < 2; i++) {
            kept.get(key("Delhi", "d1"), MINUTE, soon(), this::fail);
            kept.get(key("Goa", "d1"), Duration.ZERO, soon(), () -> fetch("Goa"));
        }

        // Then
        assertThat(fetched).hasValue(4);
    }

    @Test
    void twoHundredWhoAskTheSameAtOnceCostOneFetch() throws Exception {
        // Given
        var allThere = new CountDownLatch(1);
        var asked = new ArrayList<Callable<ToolCall>>();
        for (var i = 0; i < 200; i++) {
            asked.add(() -> kept.get(key("Delhi", "d1"), MINUTE, soon(), () -> {
                await(allThere);
                return fetch("Delhi");
            }));
        }

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = asked.stream().map(threads::submit).toList();
            allThere.countDown();
            for (var one : running) {
                assertThat(region(one.get())).isEqualTo("Delhi");
            }
        }

        // Then
        assertThat(fetched).hasValue(1);
    }

    @Test
    void neverGivesOneCallersRowsToAnother() throws Exception {
        // Given ten callers with rights of their own, who ask the same
        var regions =
                List.of("Delhi", "Goa", "Kerala", "Punjab", "Bihar", "Assam", "Odisha", "Sikkim", "Tripura", "Gujarat");
        var asked = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 10_000; i++) {
            var region = regions.get(ThreadLocalRandom.current().nextInt(regions.size()));
            var data = "d" + ThreadLocalRandom.current().nextInt(50);
            asked.add(() -> region(kept.get(key(region, data), MINUTE, soon(), () -> fetch(region)))
                    .equals(region));
        }

        // When
        int leaks = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(asked)) {
                leaks += one.get() ? 0 : 1;
            }
        }

        // Then each of the 500 different questions was fetched once
        assertThat(leaks).isZero();
        assertThat(fetched).hasValueLessThanOrEqualTo(500);
    }

    /** A second level in memory, as another instance would fill it. */
    private static final class Shelf implements SharedResults {
        private final Map<StepKey, StepResult.Rows> rows = new HashMap<>();
        private final List<Duration> kept = new ArrayList<>();

        @Override
        public Optional<StepResult.Rows> find(StepKey key) {
            return Optional.ofNullable(rows.get(key));
        }

        @Override
        public void keep(StepKey key, StepResult.Rows result, Duration keep) {
            rows.put(key, result);
            kept.add(keep);
        }
    }

    @Test
    void takesWhatAnotherInstanceHasFetchedAndGivesWhatItFetchedItself() {
        // Given
        var shelf = new Shelf();
        var one = new KeptResults(1_000_000, shelf, Clock.systemUTC());
        var other = new KeptResults(1_000_000, shelf, Clock.systemUTC());

        // When
        var first = one.get(key("Delhi", "d1"), MINUTE, soon(), () -> fetch("Delhi"));
        var second = other.get(key("Delhi", "d1"), MINUTE, soon(), () -> fetch("Delhi"));

        // Then: it was put on the shelf once, by the one who fetched it
        assertThat(fetched).hasValue(1);
        assertThat(first.cache()).isEqualTo(CacheUse.MISS);
        assertThat(second.cache()).isEqualTo(CacheUse.HIT);
        assertThat(second.result()).isEqualTo(first.result());
        assertThat(shelf.kept).containsExactly(MINUTE);
    }

    @Test
    void sharesNothingThatFailed() {
        // Given
        var shelf = new Shelf();
        var one = new KeptResults(1_000_000, shelf, Clock.systemUTC());

        // When
        var call = one.get(key("Delhi", "d1"), MINUTE, soon(), this::fail);

        // Then
        assertThat(call.result()).isInstanceOf(StepResult.Missing.class);
        assertThat(shelf.rows).isEmpty();
    }

    @Test
    void givesWhatWasFetchedWhereNothingIsKept() {
        // When
        var call = kept.get(key("Delhi", "d1"), Duration.ZERO, soon(), () -> fetch("Delhi"));

        // Then
        assertThat(region(call)).isEqualTo("Delhi");
    }

    @ParameterizedTest
    @CsvSource({"399999, 1", "400000, 2"})
    void aResultOfMoreThanFourHundredThousandCellsIsNotKept(long rows, int fetches) {
        // When: one column, and one cell for the result itself
        for (var i = 0; i < 2; i++) {
            kept.get(key("Delhi", "d1"), MINUTE, soon(), () -> fetch("Delhi", rows));
        }

        // Then
        assertThat(fetched).hasValue(fetches);
    }

    @Test
    void keepsNoMoreCellsThanItIsTold() {
        // Given: room for one result of ten rows and a column
        var small = new KeptResults(15, SharedResults.none(), Clock.systemUTC());
        var keys = List.of(key("Delhi", "d1"), key("Delhi", "d2"));

        // When: they are asked for in turn until one of them had to be fetched again
        for (var i = 0; fetched.get() < 3 && i < 100_000; i++) {
            small.get(keys.get(i % 2), MINUTE, soon(), () -> fetch("Delhi", 10));
        }

        // Then
        assertThat(fetched).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void afterAFaultOfOursTheNextOneTriesItself() {
        // Given
        assertThatThrownBy(() -> kept.get(key("Delhi", "d1"), MINUTE, soon(), () -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        // When
        var next = kept.get(key("Delhi", "d1"), MINUTE, soon(), () -> fetch("Delhi"));

        // Then
        assertThat(next.cache()).isEqualTo(CacheUse.MISS);
    }

    @Test
    void whoeverWaitsForAnotherStopsAtTheDeadlineAndWhenTheCallerIsGone() throws Exception {
        // Given: somebody fetches, and does not finish
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var fetching = Thread.ofVirtual()
                .start(() -> kept.get(key("Delhi", "d1"), MINUTE, soon(), () -> {
                    begun.countDown();
                    await(go);
                    return fetch("Delhi");
                }));
        begun.await();

        // Then
        assertThat(failureOf(Deadline.in(Duration.ZERO, Clock.systemUTC()))).isEqualTo(ErrorCode.DEADLINE_PASSED);
        Thread.currentThread().interrupt();
        assertThat(failureOf(soon())).isEqualTo(ErrorCode.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        go.countDown();
        fetching.join();
        assertThat(fetched).hasValue(1);
    }

    private ErrorCode failureOf(Deadline deadline) {
        return assertThatExceptionOfType(SuiteException.class)
                .isThrownBy(() -> kept.get(key("Delhi", "d1"), MINUTE, deadline, () -> fetch("Delhi")))
                .actual()
                .code();
    }

    private ToolCall fetch(String region) {
        return fetch(region, 1);
    }

    private ToolCall fetch(String region, long rows) {
        fetched.incrementAndGet();
        var table = new Table(List.of(new Column("geo", "State", ColumnType.TEXT, null)), List.of(List.of(region)));
        return ToolCall.fresh(new StepResult.Rows(table, rows, false, null, List.of(), null, List.of(), 0), 1);
    }

    private ToolCall fail() {
        fetched.incrementAndGet();
        return ToolCall.fresh(new StepResult.Missing(ErrorCode.SOURCE_DOWN, "It is down."), 3);
    }

    private static String region(ToolCall call) {
        return String.valueOf(
                ((StepResult.Rows) call.result()).table().rows().getFirst().getFirst());
    }

    private static StepKey key(String region, String data) {
        var caller = new Caller("somebody in " + region, List.of(Role.ANALYST), List.of(region), List.of(), List.of());
        return StepKey.of(step(), REGISTRY, REGISTRY.accessOf(caller), data, JsonMapper.shared());
    }

    private static Step step() {
        return JsonMapper.shared().readValue("""
                          {"steps":[{"id":"ads1","tool":"amazon_ads_api.get_campaign_metrics","inputs":{
                            "metrics":["spend"],"group_by":["geo"],"date_range":"2025-10-01..2025-10-02",
                            "tz":"Asia/Kolkata"}}],"outputs":{"table":"ads1","narrative":true}}\
                          """, Plan.class).steps().getFirst();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), Clock.systemUTC());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
