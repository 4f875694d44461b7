package io.asktrail.orchestrator.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    @Test
    void sendsAwayOneMoreThanThereArePlacesAndSaysWhenToComeBack() {
        // Given
        var admission = new Admission(2, Duration.ZERO);
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
        var admission = new Admission(1, Duration.ofSeconds(20));
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
}
