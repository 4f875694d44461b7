package io.asktrail.querying;

import io.asktrail.querying.secret.Secret;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.querying.source.Source;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** @throws IllegalStateException naming the connections whose settings cannot be right, all in one */
    Map<String, ConnectionSettings> connectionSettings() {
        var all = new TreeMap<String, ConnectionSettings>();
        var faults = new ArrayList<String>();
        connections.forEach((ref, source) -> {
            try {
                all.put(ref, source.settings());
            } catch (IllegalArgumentException wrong) {
                faults.add("asktrail.connections.%s: %s".formatted(ref, wrong.getMessage()));
            }
        });
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("; ", faults));
        }
        return all;
    }

    /** @param options the driver's own, such as {@code sslmode} */
    record Source(
            String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue Map<String, String> options) {
        /** @throws IllegalArgumentException saying what is wrong with one of them */
        ConnectionSettings settings() {
            return new ConnectionSettings(
                    url,
                    username,
                    Secret.parse(password),
                    options.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, option -> Secret.parse(option.getValue()))));
        }

        /** Without password and options. */
        @Override
        public String toString() {
            return "Source[url=%s, username=%s]".formatted(url, username);
        }
    }
}
