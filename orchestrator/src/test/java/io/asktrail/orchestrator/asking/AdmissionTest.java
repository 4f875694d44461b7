package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration LONG = Duration.ofDays(2);

    @Test
    void sendsAwayOneMoreThanThereArePlacesAndSaysWhenToComeBack() {
        // Given
        var admission = new Admission(2, Duration.ZERO, NEVER);
        admission.enter();
        admission.enter();

        // When, Then
        assertThatThrownBy(admission::enter).isInstanceOfSatisfying(SuiteException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(refused.retryAfter()).contains(Duration.ofSeconds(1));
        });
    }

    @Test
    void givesAPlaceThatIsLeftToTheOneWhoWaits() throws Exception {
        // Given
        var admission = new Admission(1, Duration.ofSeconds(20), NEVER);
        var place = admission.enter();
        var waits = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = threads.submit(() -> {
                waits.countDown();
                return admission.enter();
            });
            waits.await();

            // When
            place.close();

            // Then
            assertThat(next.get()).isNotNull();
        }
    }

    @Test
    void hasFewerPlacesWhileWorkWaitsForAProcessorAndAsManyAgainAfterwards() {
        // Given a machine that has too much to do for a while
        var admission = new Admission(64, Duration.ZERO, NEVER);
        var fewest = 4 * Runtime.getRuntime().availableProcessors();
        for (var i = 0; i < 100; i++) {
            admission.adjust(LONG);
        }

        // When
        var let = let(admission, 64);

        // Then: not fewer than keep the processors busy
        assertThat(let).isEqualTo(fewest);

        // And when it has no more than it can do, one is added at a time as long as they are all taken
        admission.adjust(Duration.ZERO);
        assertThat(let(admission, 64)).isEqualTo(1);
        for (var i = 0; i < 100; i++) {
            admission.adjust(Duration.ZERO);
            let(admission, 1);
        }
        assertThat(admission.open()).isEqualTo(64);
    }

    @Test
    void takesAwayPlacesThatAreTakenAsSoonAsTheyAreGivenBack() {
        // Given all places taken
        var admission = new Admission(16 * Runtime.getRuntime().availableProcessors(), Duration.ZERO, NEVER);
        var first = admission.enter();
        let(admission, 16 * Runtime.getRuntime().availableProcessors() - 1);

        // When there is one fewer
        admission.adjust(LONG);
        first.close();

        // Then
        assertThat(let(admission, 1)).isZero();
    }

    @Test
    void underTooMuchWorkMostAreSentAwayAtOnceAndNobodyWhileAPlaceIsFree() {
        // Given a machine that has too much to do, and all places taken while many come
        var admission = new Admission(64, Duration.ZERO, NEVER);
        for (var i = 0; i < 100; i++) {
            admission.adjust(LONG);
        }
        var places = new ArrayList<Admission.Place>();
        while (places.size() < admission.open()) {
            places.add(admission.enter());
        }
        for (var i = 0; i < 1_000; i++) {
            if (!admission.sendsAway()) {
                assertThat(let(admission, 1)).isZero();
            }
        }
        admission.adjust(LONG);

        // When, Then
        assertThat(sentAway(admission)).isGreaterThan(900);

        // And when a place is given back, who comes takes it
        places.getFirst().close();
        assertThat(sentAway(admission)).isZero();
    }

    @Test
    void whereAllPlacesWaitForASourceNobodyIsSentAwayUnheard() {
        // Given
        var admission = new Admission(4, Duration.ZERO, NEVER);
        let(admission, 4);
        sentAway(admission);
        let(admission, 1_000);

        // When
        admission.adjust(Duration.ZERO);

        // Then: what is at hand is given out without a place
        assertThat(sentAway(admission)).isZero();
    }

    private static int sentAway(Admission admission) {
        return (int)
                IntStream.range(0, 1_000).filter(_ -> admission.sendsAway()).count();
    }

    @Test
    void tellsHowLongWorkWaits() throws InterruptedException {
        // Given
        var waits = new ArrayBlockingQueue<Duration>(100);

        // When
        try (var _ = new ProcessorQueue(waits::offer)) {
            // Then
            assertThat(waits.poll(20, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void workThatHoldsAllProcessorsIsSeen() throws InterruptedException {
        // Given threads that do not let others run, one for each that there is to run on, and some more
        var stop = new AtomicBoolean();
        var waits = new LinkedBlockingQueue<Duration>();
        try (var busy = Executors.newVirtualThreadPerTaskExecutor();
                var _ = new ProcessorQueue(waits::offer)) {
            for (var i = 0; i < 4 * Runtime.getRuntime().availableProcessors(); i++) {
                busy.submit(() -> {
                    while (!stop.get()) {
                        Thread.onSpinWait();
                    }
                });
            }

            // When
            var wait = Duration.ZERO;
            for (var i = 0; i < 200 && wait.compareTo(Duration.ofMillis(200)) < 0; i++) {
                wait = waits.take();
            }
            stop.set(true);

            // Then
            assertThat(wait).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    private static int let(Admission admission, int asked) {
        var let = 0;
        for (var i = 0; i < asked; i++) {
            try {
                admission.enter();
                let++;
            } catch (SuiteException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            }
        }
        return let;
    }
}
