package io.asktrail.querying.source;

import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a database is and as whom to log in.
 *
 * @param url a JDBC address without any secret in it; for DuckDB {@code jdbc:duckdb:} and a folder or a database file
 * @param username empty where the database asks for none
 * @param options the driver's own, such as {@code sslmode}; each may be kept elsewhere like a password
 */
public record ConnectionSettings(String url, String username, Secret password, Map<String, Secret> options) {
    private static final Pattern SECRET_WORD = Pattern.compile("(?i)password|passwd|secret|token|credential");
    private static final Pattern SECRET_IN_URL =
            Pattern.compile("(?i)[?&;][^=&;]*(password|passwd|secret|token|credential)[^=&;]*=|//[^/@]*:[^/@]*@");

    /** @throws IllegalArgumentException saying what to write instead; it repeats no secret */
    public ConnectionSettings {
        if (SECRET_IN_URL.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "its url holds a secret: take it out and set password: env:NAME, file:/path or vault:path#key");
        }
        if (Engine.of(url).isEmpty()) {
            throw new IllegalArgumentException("its url is of no known kind: write jdbc:postgresql://…, jdbc:trino://…"
                    + " or jdbc:duckdb:/folder");
        }
        options = Map.copyOf(options);
    }

    /** With a password that the program itself was given. */
    public ConnectionSettings(String url, String username, String password) {
        this(url, username, new Secret.Plain(password), Map.of());
    }

    public Engine engine() {
        return Engine.of(url).orElseThrow();
    }

    /** Options that are secret by their name and stand as they are. */
    public List<String> plainSecretOptions() {
        return options.entrySet().stream()
                .filter(option -> option.getValue() instanceof Secret.Plain)
                .map(Map.Entry::getKey)
                .filter(name -> SECRET_WORD.matcher(name).find())
                .sorted()
                .toList();
    }

    /** Without password and options: settings end up in logs. */
    @Override
    public String toString() {
        var names = options.keySet().stream().sorted().collect(Collectors.joining(", "));
        return "ConnectionSettings[url=%s, username=%s, options=(%s)]".formatted(url, username, names);
    }
}
