package io.asktrail.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param consoleClientId under which id the web page logs people in at the issuer; null if it cannot
 * @param allowedOrigins web pages of other origins that may use the API in a browser, such as
 *     {@code https://reports.example}
 * @param maxBody the largest body of a request
 * @param timeout how long an answer may take, from the first to the last byte
 * @param drain how long, before it stops, the gateway still serves while it says that it is no longer ready: longer than
 *     a load balancer takes to see it
 */
@ConfigurationProperties("asktrail.gateway")
public record GatewayProperties(
        @Nullable URI orchestratorUrl,
        @Nullable URI issuerUri,
        @Nullable Path keyFile,
        @DefaultValue("asktrail") String audience,
        @Nullable String consoleClientId,
        @DefaultValue List<URI> allowedOrigins,
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("2m") Duration timeout,
        @DefaultValue("0s") Duration drain) {
    public GatewayProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedOrigins.forEach(GatewayProperties::checkOrigin);
    }

    /** Whether a page of this origin, as a browser writes it, may use the API. */
    public boolean allows(String origin) {
        return allowedOrigins.stream().anyMatch(allowed -> allowed.toString().equals(origin));
    }

    // A pattern, or an address with a path, would open more, or less, than its author believes.
    private static void checkOrigin(URI origin) {
        var whole = origin.getScheme() != null
                && List.of("http", "https").contains(origin.getScheme())
                && origin.getHost() != null
                && !origin.getHost().contains("*")
                && origin.toString().equals("%s://%s".formatted(origin.getScheme(), origin.getRawAuthority()))
                && origin.getRawUserInfo() == null;
        if (!whole) {
            throw new IllegalArgumentException(
                    "asktrail.gateway.allowed-origins holds '%s': write scheme, host and port alone, such as https://reports.example"
                            .formatted(origin));
        }
    }
}
