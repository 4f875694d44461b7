package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonSettings.Login;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * The account at Amazon, from the environment. It is checked here and not by annotations, because their report of what is
 * wrong quotes the value, which may be a secret.
 *
 * @param region whose host knows the profiles; India is on {@code EU}
 * @param baseUrl instead of the region's host, a sandbox's for instance; it gets the login, too, unless {@code tokenUrl} says
 *     otherwise, so that no other server than the one that is meant is told the secrets
 * @param daysAhead how many days its calendar is ahead of this machine's: 0 at Amazon, not in a sandbox of another year
 */
@ConfigurationProperties(AmazonProperties.PREFIX)
record AmazonProperties(
        @DefaultValue("EU") AmazonRegion region,
        @Nullable URI baseUrl,
        @Nullable URI tokenUrl,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String refreshToken,
        @DefaultValue("0") long daysAhead) {
    static final String PREFIX = "asktrail.ads.amazon";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");

    AmazonProperties {
        mustBeSet("client-id", clientId);
        mustBeSet("client-secret", clientSecret);
        mustBeSet("refresh-token", refreshToken);
        mustBeSafe("base-url", baseUrl);
        mustBeSafe("token-url", tokenUrl);
    }

    AmazonSettings settings() {
        var usual = AmazonSettings.of(region, new Login(clientId, clientSecret, refreshToken));
        var placed = baseUrl == null ? usual : usual.at(baseUrl);
        return tokenUrl == null ? placed : placed.withLoginAt(tokenUrl);
    }

    private static void mustBeSet(String name, String value) {
        if (!StringUtils.hasText(value)) {
            throw new IllegalArgumentException(
                    "%s.%s is empty: Amazon's login needs client-id, client-secret and refresh-token, or none of them to leave Amazon out"
                            .formatted(PREFIX, name));
        }
    }

    // Within one machine or one container network nobody listens; a name there has no dot.
    private static void mustBeSafe(String name, @Nullable URI url) {
        if (url == null) {
            return;
        }
        var host = url.getHost();
        var near = host != null && (LOOPBACK.contains(host) || !host.contains("."));
        if (host == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && near)) {
            throw new IllegalArgumentException(
                    "%s.%s has to be an https address (http only on this machine or in its container network)"
                            .formatted(PREFIX, name));
        }
    }

    @Override
    public String toString() {
        return "AmazonProperties[%s, %s]".formatted(region, clientId);
    }
}
