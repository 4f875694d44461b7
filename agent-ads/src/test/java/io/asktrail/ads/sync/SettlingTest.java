package io.asktrail.ads.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import org.junit.jupiter.api.Test;

class SettlingTest {
    @Test
    void theRegistrySaysOfSalesWhatTheSyncGoesBy() {
        // Given
        var tables = LiveRegistry.open(RegistryLocation.of(null, "demo"))
                .get()
                .tables()
                .values();

        // When
        var settlings = tables.stream()
                .flatMap(table -> table.settling().stream())
                .filter(settling -> settling.columns().contains("attributed_sales"))
                .toList();

        // Then
        assertThat(settlings)
                .isNotEmpty()
                .allSatisfy(settling -> assertThat(settling.channels())
                        .isNotEmpty()
                        .allSatisfy(
                                channel -> assertThat(AdChannel.valueOf(channel).settledAfterDays())
                                        .isEqualTo(settling.days())));
    }
}
