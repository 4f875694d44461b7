package io.asktrail.router.state;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the router keeps what outlives it.
 *
 * @param url of a PostgreSQL database; null for none: then nothing can be approved, and spending is counted in memory
 */
@ConfigurationProperties("asktrail.router.state")
public record RouterStateProperties(
        @Nullable String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("2") int poolSize) {
    /** Without the password. */
    @Override
    public String toString() {
        return "RouterStateProperties[url=%s, username=%s]".formatted(url, username);
    }
}
