package io.asktrail.ads.sync;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sync runs. It runs where the store's writer and Amazon's login ({@code asktrail.ads.amazon}) are both given.
 *
 * @param every how long after one run the next begins
 * @param nameSeparator what parts the names of campaigns, to find the state that one is aimed at: "Gifts | SP | Delhi"
 * @param store the connection that writes; {@code asktrail.connections.ads} only reads
 */
@ConfigurationProperties("asktrail.ads.sync")
record SyncSettings(
        @DefaultValue("15m") Duration every,
        @DefaultValue("|") String nameSeparator,
        @Nullable Store store) {

    record Store(
            String url, String username, @DefaultValue("") String password) {
        @Override
        public String toString() {
            return "Store[%s as %s]".formatted(url, username);
        }
    }

    Store writer() {
        if (store == null) {
            throw new IllegalStateException("The sync has nowhere to write: set asktrail.ads.sync.store.url, .username"
                    + " and .password, of a role that may write the ads store.");
        }
        return store;
    }
}
