package io.asktrail.orchestrator.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JointWritesTest {
    private final Queue<List<Integer>> statements = new ConcurrentLinkedQueue<>();

    @Test
    void writesAtOnceForWhoeverComesAlone() {
        // Given
        var writes = new JointWrites<Integer>(statements::add, 64);

        // When
        writes.write(1);
        writes.write(2);

        // Then
        assertThat(statements).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void writesWhatComesMeanwhileInOneStatement() throws Exception {
        // Given a statement that takes its time
        var began = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var writes = new JointWrites<Integer>(
                rows -> {
                    statements.add(rows);
                    began.countDown();
                    await(goOn);
                },
                64);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> writes.write(0));
            began.await();

            // When
            var others = new ArrayList<Future<?>>();
            for (var row = 1; row <= 20; row++) {
                var number = row;
                others.add(threads.submit(() -> writes.write(number)));
            }
            while (writes.waiting() < 20) {
                Thread.sleep(Duration.ofMillis(1));
            }
            goOn.countDown();
            first.get();
            for (var other : others) {
                other.get();
            }
        }

        // Then
        assertThat(statements).hasSize(2);
        assertThat(statements.stream().skip(1).findFirst().orElseThrow())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void tellsOfAFailureOnlyTheOneWhoseRowItIs() {
        // Given a statement that writes all or nothing, and takes everything but multiples of seven
        var written = new ConcurrentLinkedQueue<Integer>();
        var writes = new JointWrites<Integer>(
                rows -> {
                    if (rows.stream().anyMatch(row -> row % 7 == 0)) {
                        throw new IllegalArgumentException("a multiple of seven");
                    }
                    written.addAll(rows);
                },
                8);
        var failed = new AtomicInteger();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var row = 0; row < 700; row++) {
                var number = row;
                threads.submit(() -> {
                    try {
                        writes.write(number);
                    } catch (IllegalArgumentException failure) {
                        assertThat(number % 7).isZero();
                        failed.incrementAndGet();
                    }
                });
            }
        }

        // Then
        assertThat(failed).hasValue(100);
        assertThat(written).hasSize(600).doesNotHaveDuplicates();
    }

    @Test
    void neverReturnsBeforeTheRowIsWritten() {
        // Given
        var written = new ConcurrentLinkedQueue<Integer>();
        var writes = new JointWrites<Integer>(written::addAll, 4);
        var early = new AtomicInteger();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var row = 0; row < 2_000; row++) {
                var number = row;
                threads.submit(() -> {
                    writes.write(number);
                    if (!written.contains(number)) {
                        early.incrementAndGet();
                    }
                });
            }
        }

        // Then
        assertThat(early).hasValue(0);
        assertThat(written).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void writesForAnInterruptedCallerTooAndLeavesItInterrupted() {
        // Given
        var writes = new JointWrites<Integer>(statements::add, 64);
        Thread.currentThread().interrupt();

        // When
        writes.write(1);

        // Then
        assertThat(Thread.interrupted()).isTrue();
        assertThat(statements).containsExactly(List.of(1));
    }

    @Test
    void throwsWhatTheOwnWriteThrows() {
        // Given
        var writes = new JointWrites<Integer>(
                rows -> {
                    throw new IllegalStateException("the database is away");
                },
                64);

        // Then
        assertThatThrownBy(() -> writes.write(1)).hasMessage("the database is away");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
