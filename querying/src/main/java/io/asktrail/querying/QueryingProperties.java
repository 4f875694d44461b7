package io.asktrail.querying;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the sources are.
 *
 * @param registry folder of the registry; null for the one that comes with the program
 * @param workspace which of the bundled registries
 * @param connections the databases, by the {@code connection_ref} that tools name
 */
@ConfigurationProperties("asktrail")
record QueryingProperties(
        @Nullable String registry,
        @DefaultValue("demo") String workspace,
        @DefaultValue Map<String, Source> connections) {

    record Source(
            String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password) {
        ConnectionSettings settings() {
            return new ConnectionSettings(url, username, password);
        }
    }
}
