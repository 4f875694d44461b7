package io.asktrail.gateway.limits.shared;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where gateways keep what their callers have taken.
 *
 * @param url of a PostgreSQL database, as JDBC writes it; its role may create the table {@code gateway_limits}, or use it
 *     where it is there
 * @param patience how long a request waits for the database before it is counted by this process alone
 * @param leftAlone for how long a database that failed is not asked again
 */
@ConfigurationProperties("asktrail.gateway.limits.shared")
record SharedLimitProperties(
        String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("500ms") Duration patience,
        @DefaultValue("5s") Duration leftAlone) {
    /** Without the password, which must not get into a log with the rest. */
    @Override
    public String toString() {
        return "SharedLimitProperties[url=%s, username=%s]".formatted(url, username);
    }
}
