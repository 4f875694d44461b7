package io.asktrail.orchestrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many who ask at once, and some who leave. The second row of each test is the same without the protection. */
@Tag("full")
class CrowdFaultsTest {
    private static final String MANY_PLACES = "asktrail.orchestrator.door.places=1000";
    private static final String MANY_CALLS = "asktrail.orchestrator.tools.places=1000";
    private static final int CROWD = 60;

    @ParameterizedTest
    @CsvSource({"60s, 5000000, true", "0s, 0, false"})
    void whoAskTheSameAtOnceCostOneCall(String cacheFor, String cells, boolean once) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator(
                        "asktrail.orchestrator.cache-for=" + cacheFor,
                        "asktrail.orchestrator.cache-cells=" + cells,
                        MANY_PLACES,
                        MANY_CALLS)) {
            // Given
            var day = RunningOrchestrator.freshDay();
            var release = new CountDownLatch(1);
            suite.holdSales(release);

            // When
            var asked = crowd(orchestrator, _ -> day);
            assertThat(Suite.eventually(30_000, () -> suite.salesCalls() >= (once ? 1 : CROWD / 2)))
                    .isTrue();
            release.countDown();

            // Then
            for (var reply : asked) {
                assertThat(Suite.column(RunningOrchestrator.answer(reply.join()), "net_sales"))
                        .isEqualTo(Suite.each(StubSources.netSales(day)));
            }
            // Without caches a few may still meet before what they share is dropped.
            assertThat(suite.salesCalls()).isBetween(once ? 1L : CROWD / 2L, once ? 1L : CROWD);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "1000, 60"})
    void moreThanCanBeWorkedOnAreSentAwayAtTheDoor(int places, int letIn) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator("asktrail.orchestrator.door.places=" + places, MANY_CALLS)) {
            // Given
            var release = new CountDownLatch(1);
            suite.holdSales(release);

            // When
            var asked = crowd(orchestrator, _ -> RunningOrchestrator.freshDay());
            assertThat(Suite.eventually(30_000, () -> suite.salesCalls() >= letIn && done(asked) >= CROWD - letIn))
                    .isTrue();

            // Then: nobody else got as far as the source
            assertThat(suite.salesCalls()).isEqualTo(letIn);
            release.countDown();
            var refused = asked.stream()
                    .map(CompletableFuture::join)
                    .filter(reply -> reply.statusCode() == 429)
                    .toList();
            assertThat(refused).hasSize(CROWD - letIn).allSatisfy(reply -> {
                assertThat(reply.headers().firstValue("Retry-After")).contains("1");
                assertThat(reply.body()).contains("RATE_LIMITED");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "1000, 60"})
    void oneSlowToolIsNotGivenMoreThanItCanDoAtOnce(int places, int atOnce) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator("asktrail.orchestrator.tools.places=" + places, MANY_PLACES)) {
            // Given
            var release = new CountDownLatch(1);
            suite.holdSales(release);

            // When: everybody's call of the other source has come back, so everybody has asked for this one
            var asked = crowd(orchestrator, _ -> RunningOrchestrator.freshDay());
            assertThat(Suite.eventually(
                            30_000,
                            () -> suite.way.count(StubAgents.FETCH_ADS) == CROWD && suite.salesCalls() >= atOnce))
                    .isTrue();

            // Then
            assertThat(suite.salesCalls()).isEqualTo(atOnce);
            release.countDown();
            assertThat(asked)
                    .allSatisfy(reply -> assertThat(reply.join().statusCode()).isEqualTo(200));
            assertThat(suite.salesCalls()).isEqualTo(CROWD);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, cancelled", "false, done"})
    void nobodyWorksForACallerWhoIsGone(boolean watched, String ended) throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator("asktrail.stop-when-callers-leave=" + watched)) {
            // Given
            var release = new CountDownLatch(1);
            suite.holdSales(release);
            var asked = orchestrator.begin("asha", RunningOrchestrator.freshDay());
            assertThat(Suite.eventually(20_000, () -> suite.salesCalls() == 1)).isTrue();

            // When
            asked.cancel(true);

            // Then
            var stopped = Suite.eventually(
                    watched ? 20_000 : 1_500, () -> !orchestrator.runs().equals(List.of("running")));
            assertThat(stopped).isEqualTo(watched);
            release.countDown();
            assertThat(Suite.eventually(20_000, () -> orchestrator.runs().equals(List.of(ended))))
                    .isTrue();
        }
    }

    /** Two listen to a run, one from its middle on and one after its end: both hear all of it. */
    @Test
    void whoListensLaterMissesNothingOfARun() throws Exception {
        try (var suite = new Suite();
                var orchestrator = suite.orchestrator()) {
            // Given
            var release = new CountDownLatch(1);
            suite.holdSales(release);
            var run = orchestrator.beginRun("asha", RunningOrchestrator.freshDay());
            assertThat(Suite.eventually(20_000, () -> suite.salesCalls() == 1)).isTrue();

            // When
            var meanwhile = CompletableFuture.supplyAsync(() -> orchestrator.events("asha", run));
            release.countDown();
            var first = meanwhile.join();
            var later = orchestrator.events("asha", run);

            // Then
            assertThat(first.lines().filter(line -> line.startsWith("event:")))
                    .containsExactly("event:planned", "event:step", "event:step", "event:step", "event:answer");
            assertThat(later).isEqualTo(first);
            assertThat(orchestrator.events("ravi", run)).contains("UNKNOWN_ID");
        }
    }

    private static List<CompletableFuture<HttpResponse<String>>> crowd(
            RunningOrchestrator orchestrator, IntFunction<LocalDate> day) {
        var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        IntStream.range(0, CROWD).forEach(i -> asked.add(orchestrator.begin("asha", day.apply(i))));
        return asked;
    }

    private static long done(List<CompletableFuture<HttpResponse<String>>> asked) {
        return asked.stream().filter(CompletableFuture::isDone).count();
    }
}
