package io.asktrail.orchestrator.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerCacheTest {
    private static final TaskSpec SPEND = TaskSpec.query(
                    List.of(new MetricId("spend")),
                    new Period(
                            LocalDate.of(2025, 10, 1),
                            LocalDate.of(2025, 10, 31),
                            ZoneId.of("Asia/Kolkata"),
                            null,
                            null))
            .build();

    private final AnswerCache cache = new AnswerCache(Duration.ofMinutes(1), 100, Clock.systemUTC());
    private final AtomicInteger runs = new AtomicInteger();

    private AnswerCache.Found ask(String access, AnswerStatus status) {
        return cache.get(new AnswerCache.Key(SPEND, access, "v1", "d1", Language.ENGLISH), soon(), () -> {
            runs.incrementAndGet();
            return result(status);
        });
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), Clock.systemUTC());
    }

    private static WorkedOut result(AnswerStatus status) {
        return new WorkedOut(
                status, "words", List.of(), null, null, null, List.of(), null, List.of(), null, List.of(), List.of(),
                List.of());
    }

    @Test
    void givesNobodyTheWordsOfAnotherLanguage() {
        // Given
        ask("all", AnswerStatus.ANSWERED);

        // When
        var hindi = cache.get(new AnswerCache.Key(SPEND, "all", "v1", "d1", Language.HINDI), soon(), () -> {
            runs.incrementAndGet();
            return result(AnswerStatus.ANSWERED);
        });

        // Then
        assertThat(hindi.use()).isEqualTo(CacheUse.MISS);
        assertThat(runs).hasValue(2);
    }

    @Test
    void answersTheSameQuestionOnce() {
        // Given
        ask("all", AnswerStatus.ANSWERED);

        // When
        var again = ask("all", AnswerStatus.ANSWERED);

        // Then
        assertThat(again.use()).isEqualTo(CacheUse.HIT);
        assertThat(runs).hasValue(1);
    }

    @Test
    void neverCrossesFromOneSetOfRightsToAnother() {
        // Given
        ask("Delhi", AnswerStatus.ANSWERED);

        // When
        var other = ask("Kerala", AnswerStatus.ANSWERED);

        // Then
        assertThat(other.use()).isEqualTo(CacheUse.MISS);
        assertThat(runs).hasValue(2);
    }

    @Test
    void doesNotKeepWhatIsPartial() {
        // Given
        ask("all", AnswerStatus.PARTIAL);

        // When
        var again = ask("all", AnswerStatus.ANSWERED);

        // Then
        assertThat(again.use()).isEqualTo(CacheUse.MISS);
    }

    @Test
    void runsIdenticalQuestionsInFlightOnce() throws Exception {
        // Given
        var go = new CountDownLatch(1);
        var callers = 50;
        var call = (Callable<AnswerCache.Found>)
                () -> cache.get(new AnswerCache.Key(SPEND, "all", "v1", "d1", Language.ENGLISH), soon(), () -> {
                    runs.incrementAndGet();
                    awaitQuietly(go);
                    return result(AnswerStatus.ANSWERED);
                });

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, callers)
                    .mapToObj(_ -> threads.submit(call))
                    .toList();
            go.countDown();
            for (var future : futures) {
                future.get();
            }
        }

        // Then
        assertThat(runs).hasValue(1);
    }

    @Test
    void letsTheNextOneTryWhenTheFirstFails() {
        // Given
        assertThatThrownBy(() ->
                        cache.get(new AnswerCache.Key(SPEND, "all", "v1", "d1", Language.ENGLISH), soon(), () -> {
                            throw new SuiteException(ErrorCode.SOURCE_DOWN, "It is down.");
                        }))
                .isInstanceOf(SuiteException.class);

        // When
        var next = ask("all", AnswerStatus.ANSWERED);

        // Then
        assertThat(next.use()).isEqualTo(CacheUse.MISS);
    }

    @Test
    void givesToAllWhatTheFirstWorkedOut() {
        // Given
        var worked = result(AnswerStatus.ANSWERED);

        // When
        var first = cache.get(key(SPEND, "all", "v1", "d1"), soon(), () -> worked);
        var second = cache.get(key(SPEND, "all", "v1", "d1"), soon(), () -> result(AnswerStatus.ANSWERED));

        // Then
        assertThat(first.result()).isSameAs(worked);
        assertThat(second.result()).isSameAs(worked);
    }

    static Stream<AnswerCache.Key> otherKeys() {
        var clicks = SPEND.toBuilder().metrics(List.of(new MetricId("clicks"))).build();
        return Stream.of(
                key(clicks, "all", "v1", "d1"),
                key(SPEND.toBuilder().limit(5).build(), "all", "v1", "d1"),
                key(SPEND, "Delhi", "v1", "d1"),
                key(SPEND, "all", "v2", "d1"),
                key(SPEND, "all", "v1", "d2"));
    }

    @ParameterizedTest
    @MethodSource("otherKeys")
    void worksOutAnewWhatDiffersInAnything(AnswerCache.Key other) {
        // Given
        ask("all", AnswerStatus.ANSWERED);

        // When
        var found = cache.get(other, soon(), () -> result(AnswerStatus.ANSWERED));

        // Then
        assertThat(found.use()).isEqualTo(CacheUse.MISS);
    }

    @Test
    void keepsNothingForLongerThanItIsTold() {
        // Given
        var forgetful = new AnswerCache(Duration.ZERO, 100, Clock.systemUTC());
        var key = key(SPEND, "all", "v1", "d1");
        forgetful.get(key, soon(), () -> result(AnswerStatus.ANSWERED));

        // When
        var again = forgetful.get(key, soon(), () -> result(AnswerStatus.ANSWERED));

        // Then
        assertThat(again.use()).isEqualTo(CacheUse.MISS);
    }

    @Test
    void waitsForNobodyAfterTheDeadline() throws Exception {
        // Given
        try (var working = new Working()) {
            var late = Deadline.in(Duration.ZERO, Clock.systemUTC());

            // When, Then
            assertThatThrownBy(() -> cache.get(working.key, late, () -> result(AnswerStatus.ANSWERED)))
                    .isInstanceOfSatisfying(
                            SuiteException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
        }
    }

    @Test
    void waitsForNobodyWhenTheCallerIsGone() throws Exception {
        // Given
        try (var working = new Working()) {
            Thread.currentThread().interrupt();

            // When, Then
            assertThatThrownBy(() -> cache.get(working.key, soon(), () -> result(AnswerStatus.ANSWERED)))
                    .isInstanceOfSatisfying(
                            SuiteException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void saysWhoWaitedForAnother() throws Exception {
        // Given
        try (var working = new Working()) {
            var found = new CompletableFuture<AnswerCache.Found>();
            var waiting = Thread.ofVirtual()
                    .start(() -> found.complete(cache.get(working.key, soon(), () -> {
                        throw new IllegalStateException("the first one works it out");
                    })));
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            // When
            working.finish();

            // Then
            assertThat(found.get().use()).isEqualTo(CacheUse.JOINED);
            assertThat(found.get().result().status()).isEqualTo(AnswerStatus.ANSWERED);
        }
    }

    /** A question that somebody is working on, until they are told to finish. */
    private final class Working implements AutoCloseable {
        private final AnswerCache.Key key = key(SPEND, "all", "v1", "d1");
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final Thread thread;

        Working() throws InterruptedException {
            thread = Thread.ofVirtual()
                    .start(() -> cache.get(key, soon(), () -> {
                        begun.countDown();
                        awaitQuietly(go);
                        return result(AnswerStatus.ANSWERED);
                    }));
            begun.await();
        }

        void finish() throws InterruptedException {
            go.countDown();
            thread.join();
        }

        @Override
        public void close() throws InterruptedException {
            finish();
        }
    }

    private static AnswerCache.Key key(TaskSpec task, String access, String registry, String data) {
        return new AnswerCache.Key(task, access, registry, data, Language.ENGLISH);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
