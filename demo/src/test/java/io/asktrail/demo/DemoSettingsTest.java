package io.asktrail.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSettingsTest {
    /** 00:30 on 2 March in India. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T19:00:00Z"), ZoneOffset.UTC);

    @Test
    void endsYesterdayAsIndiaHasIt() {
        // When
        var settings = DemoSettings.from(Map.of(), CLOCK);

        // Then
        assertThat(settings).isEqualTo(new DemoSettings(DemoSettings.DEFAULT_SEED, 1, LocalDate.of(2026, 3, 1)));
    }

    @Test
    void takesWhatTheEnvironmentSays() {
        // Given
        var environment =
                Map.of("ASKTRAIL_DEMO_SEED", "42", "ASKTRAIL_DEMO_SCALE", "2.5", "ASKTRAIL_DEMO_UNTIL", "2025-10-31");

        // When
        var settings = DemoSettings.from(environment, CLOCK);

        // Then
        assertThat(settings).isEqualTo(new DemoSettings(42, 2.5, LocalDate.of(2025, 10, 31)));
    }

    @ParameterizedTest
    @CsvSource({
        "ASKTRAIL_DEMO_SEED, lots",
        "ASKTRAIL_DEMO_SCALE, big",
        "ASKTRAIL_DEMO_SCALE, 0",
        "ASKTRAIL_DEMO_SCALE, NaN",
        "ASKTRAIL_DEMO_UNTIL, 31/10/2025"
    })
    void saysWhatIsWrongWithASetting(String name, String value) {
        // Then
        assertThatThrownBy(() -> DemoSettings.from(Map.of(name, value), CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be")
                .hasMessageContaining(value.equals("0") ? "0.0" : value);
    }
}
