package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.registry.loading.LiveRegistry;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.schema.TableId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private static final LocalDate TODAY = LocalDate.parse("2025-10-01");

    @Test
    void callsADayProvisionalThatWasAskedForTooEarlyAndNeverAgain() {
        // Given: Products' days settle after 35 days; one was 8 days old when Amazon was asked for it, in April
        var asked = List.of(
                new Holdings.KnownAge(8, LocalDate.parse("2025-04-10")),
                new Holdings.KnownAge(35, LocalDate.parse("2025-02-01")));

        // When
        var fresh = holding("SP", asked).whole(TODAY).orElseThrow();

        // Then
        assertThat(fresh.provisionalFrom()).isEqualTo("2025-04-10");
    }

    @Test
    void goesByTheCalendarWhereAllWasAskedForInTime() {
        // Given
        var asked = List.of(new Holdings.KnownAge(42, LocalDate.parse("2025-02-01")));

        // When
        var fresh = holding("SB", asked).whole(TODAY).orElseThrow();

        // Then: 42 days before the 1st of October
        assertThat(fresh.provisionalFrom()).isEqualTo("2025-08-20");
    }

    private static Holdings holding(String channel, List<Holdings.KnownAge> asked) {
        var table = LiveRegistry.open(RegistryLocation.of(null, "demo")).get().table(new TableId("ads.campaign_daily"));
        var part =
                new Holdings.Part(channel, LocalDate.parse("2025-01-01"), LocalDate.parse("2025-09-30"), null, asked);
        return new Holdings(table, List.of(part));
    }
}
