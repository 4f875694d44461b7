package io.asktrail.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the gateway is set up.
 *
 * @param orchestratorUrl where the orchestrator is; null if it is in this process
 * @param issuerUri the OpenID Connect issuer whose tokens are accepted; null for local tokens
 * @param keyFile the key of local tokens, where there is no issuer
 * @param audience whom a token has to be for
 * @param maxBody the largest body of a request
 * @param timeout how long an answer may take, from the first to the last byte
 */
@ConfigurationProperties("asktrail.gateway")
public record GatewayProperties(
        @Nullable URI orchestratorUrl,
        @Nullable URI issuerUri,
        @Nullable Path keyFile,
        @DefaultValue("asktrail") String audience,
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("2m") Duration timeout,
        @DefaultValue Limits limits) {

    /**
     * @param perMinute how many requests a subject may make in the long run
     * @param burst how many of them at once
     */
    public record Limits(
            @DefaultValue("600") int perMinute,
            @DefaultValue("60") int burst) {
        public Limits {
            if (perMinute < 1 || burst < 1) {
                throw new IllegalArgumentException("asktrail.gateway.limits are at least 1");
            }
        }
    }
}
