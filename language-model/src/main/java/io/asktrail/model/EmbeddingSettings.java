package io.asktrail.model;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model turns texts into vectors.
 *
 * @param baseUrl of a service that speaks OpenAI's embeddings; null for none
 * @param apiKey null where the service asks for none
 * @param name of the model, as the service knows it
 * @param timeout for one call
 * @param rest how long it is left alone after failing again and again
 */
public record EmbeddingSettings(
        @Nullable URI baseUrl,
        @Nullable String apiKey,
        @DefaultValue("") String name,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("60s") Duration rest) {
    public EmbeddingSettings {
        if (baseUrl != null && name.isBlank()) {
            throw new IllegalArgumentException(
                    "an embedding's base-url is set without its name: set name, as the service calls the model");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("an embedding's timeout is more than 0");
        }
    }

    public boolean isOn() {
        return baseUrl != null;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "EmbeddingSettings[baseUrl=%s, name=%s, timeout=%s]".formatted(baseUrl, name, timeout);
    }
}
