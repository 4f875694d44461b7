package io.asktrail.planner.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.model.ModelSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {
    private static final URI URL = URI.create("http://127.0.0.1:1/v1");

    private static ModelSettings settings(
            @Nullable URI url, String name, Duration timeout, int reply, long most, int restAfter) {
        return new ModelSettings(
                url,
                "secret-key",
                name,
                timeout,
                reply,
                most,
                new BigDecimal("2"),
                new BigDecimal("10"),
                restAfter,
                Duration.ofMinutes(1));
    }

    @Test
    void theLeastThatMakesSenseIsTaken() {
        // When
        var least = settings(URL, "m", Duration.ofMillis(1), 1, 1, 1);

        // Then
        assertThat(least.isOn()).isTrue();
        assertThat(settings(null, "", Duration.ofMillis(1), 1, 1, 1).isOn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 1", "-1, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0"})
    void whatIsNotMoreThanNothingIsRefused(long millis, int reply, long most, int restAfter) {
        assertThatThrownBy(() -> settings(URL, "m", Duration.ofMillis(millis), reply, most, restAfter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are more than 0");
    }

    @Test
    void anAddressWithoutAModelIsRefused() {
        assertThatThrownBy(() -> settings(URL, " ", Duration.ofSeconds(1), 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without its name");
    }

    @Test
    void theKeyIsNotWrittenAnywhere() {
        assertThat(settings(URL, "m", Duration.ofSeconds(8), 1, 1, 1))
                .hasToString("ModelSettings[baseUrl=http://127.0.0.1:1/v1, name=m, timeout=PT8S]");
    }
}
