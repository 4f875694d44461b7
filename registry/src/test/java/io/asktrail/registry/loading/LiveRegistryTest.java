package io.asktrail.registry.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.id.MetricId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRegistryTest {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final MetricId ROAS = new MetricId("roas");

    @TempDir
    private Path folder;

    @Test
    void followsAnEditByItself() throws Exception {
        // Given
        var files = RegistryFolder.copyOfDemo(folder);
        try (var live = LiveRegistry.open(files.location(), LOOK)) {
            var before = live.get();

            // When
            files.replace("metrics/roas.yaml", "scale: 2", "scale: 3");

            // Then
            await(() -> live.get() != before);
            assertThat(live.get().metric(ROAS).rounding().scale()).isEqualTo(3);
            assertThat(live.get().version()).isNotEqualTo(before.version());
            assertThat(before.metric(ROAS).rounding().scale()).isEqualTo(2);
        }
    }

    @Test
    void keepsTheOldOneOnABadEditAndTakesTheNextGoodOne() throws Exception {
        // Given
        var files = RegistryFolder.copyOfDemo(folder);
        try (var live = LiveRegistry.open(files.location(), LOOK)) {
            var before = live.get();

            // When
            files.replace("metrics/roas.yaml", "formula: revenue", "formula: revnue");

            // Then
            assertThatThrownBy(live::reload)
                    .isInstanceOfSatisfying(
                            RegistryRejected.class,
                            rejected -> assertThat(rejected.findings()).hasSize(1));
            Thread.sleep(10 * LOOK.toMillis());
            assertThat(live.get()).isSameAs(before);
            files.replace("metrics/roas.yaml", "formula: revnue", "formula: revenue")
                    .replace("metrics/roas.yaml", "scale: 2", "scale: 3");
            await(() -> live.get() != before);
        }
    }

    @Test
    void doesNotReplaceWhatHasNotChanged() {
        // Given
        var files = RegistryFolder.copyOfDemo(folder);
        try (var live = LiveRegistry.open(files.location(), Duration.ofHours(1))) {
            var before = live.get();

            // When
            var after = live.reload();

            // Then
            assertThat(after).isSameAs(before);
        }
    }

    @Test
    void refusesToStartOnFaultyFiles() {
        // Given
        var files = RegistryFolder.copyOfDemo(folder).write("metrics/roas.yaml", "id: roas\n");

        // When, Then
        assertThatThrownBy(() -> LiveRegistry.open(files.location())).isInstanceOf(RegistryRejected.class);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            Thread.sleep(LOOK.toMillis());
        }
    }
}
