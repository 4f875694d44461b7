package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AmazonRegion;
import io.asktrail.ads.amazon.AmazonSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and as whom the sync runs. It runs where the store's writer and Amazon's login are both given.
 *
 * @param every how long after one run the next begins
 * @param nameSeparator what parts the names of campaigns, to find the state that one is aimed at: "Gifts | SP | Delhi"
 * @param store the connection that writes; {@code asktrail.connections.ads} only reads
 */
@ConfigurationProperties("asktrail.ads.sync")
record SyncSettings(
        @DefaultValue("15m") Duration every,
        @DefaultValue("|") String nameSeparator,
        @Nullable Store store,
        @Nullable Amazon amazon) {

    record Store(
            String url, String username, @DefaultValue("") String password) {
        @Override
        public String toString() {
            return "Store[%s as %s]".formatted(url, username);
        }
    }

    /**
     * @param baseUrl instead of the region's own: a sandbox
     */
    record Amazon(
            @DefaultValue("EU") AmazonRegion region,
            @Nullable URI baseUrl,
            String clientId,
            String clientSecret,
            String refreshToken) {
        AmazonSettings settings() {
            var settings = AmazonSettings.of(region, new AmazonSettings.Login(clientId, clientSecret, refreshToken));
            return baseUrl == null ? settings : settings.at(baseUrl);
        }

        @Override
        public String toString() {
            return "Amazon[%s, %s]".formatted(region, clientId);
        }
    }

    Store writer() {
        if (store == null) {
            throw new IllegalStateException("The sync has nowhere to write: set asktrail.ads.sync.store.url, .username"
                    + " and .password, of a role that may write the ads store.");
        }
        return store;
    }

    Amazon login() {
        if (amazon == null) {
            throw new IllegalStateException("The sync has no login: set asktrail.ads.sync.amazon.client-id,"
                    + " .client-secret and .refresh-token.");
        }
        return amazon;
    }
}
