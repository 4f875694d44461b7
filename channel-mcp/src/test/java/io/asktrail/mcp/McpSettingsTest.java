package io.asktrail.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class McpSettingsTest {
    private static McpSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("asktrail.mcp", McpSettings.class);
    }

    @Test
    void needsNone() {
        // When
        var settings = bound(Map.of());

        // Then
        assertThat(settings.enabled()).isTrue();
        assertThat(settings.allowedOrigins()).isEmpty();
        assertThat(settings.maxRows()).isEqualTo(50);
        assertThat(settings.maxResult().toKilobytes()).isEqualTo(32);
    }

    @ParameterizedTest
    @CsvSource({
        "max-rows, 0",
        "max-rows, 501",
        "max-result, 1KB",
        "sessions-per-caller, 0",
        "session-idle, 0s",
        "elicitation, -1s"
    })
    void refusesWhatCannotWork(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("asktrail.mcp." + name, value)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
    }
}
