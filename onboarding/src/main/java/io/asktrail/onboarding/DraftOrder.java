package io.asktrail.onboarding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be drafted, from where and whereto.
 *
 * @param patience for one statement
 */
record DraftOrder(
        String url,
        @Nullable String user,
        @Nullable String password,
        List<String> schemas,
        Path out,
        String connection,
        @Nullable String currency,
        int mostTables,
        Duration patience,
        boolean force) {
    private static final int MOST_TABLES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<String> WITH_A_VALUE = Set.of(
            "--jdbc-url", "--user", "--password-file", "--out", "--connection", "--currency", "--most-tables");

    /** Words that make no order; the message says what to write. */
    static final class NotUnderstood extends RuntimeException {
        NotUnderstood(String sentence) {
            super(sentence);
        }
    }

    static DraftOrder parse(String[] arguments, Map<String, String> environment) {
        var given = new HashMap<String, String>();
        var schemas = new ArrayList<String>();
        var force = false;
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--force" -> force = true;
                case "--schema" -> schemas.add(value(arguments, ++i));
                case String known when WITH_A_VALUE.contains(known) -> given.put(known, value(arguments, ++i));
                default -> throw new NotUnderstood("'%s' is not understood.".formatted(arguments[i]));
            }
        }
        var url = Objects.requireNonNullElse(given.get("--jdbc-url"), "");
        if (url.isEmpty()) {
            throw new NotUnderstood("Say which database: --jdbc-url jdbc:postgresql://host:port/database");
        }
        return new DraftOrder(
                url,
                or(given.get("--user"), environment.get("ASKTRAIL_JDBC_USER")),
                or(password(given.get("--password-file")), environment.get("ASKTRAIL_JDBC_PASSWORD")),
                List.copyOf(schemas),
                Path.of(Objects.requireNonNullElse(given.get("--out"), "registry-draft")).toAbsolutePath(),
                connection(Objects.requireNonNullElse(given.get("--connection"), "warehouse")),
                currency(given.get("--currency")),
                mostTables(given.get("--most-tables")),
                PATIENCE,
                force);
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new NotUnderstood("'%s' needs a value.".formatted(arguments[i - 1]));
        }
        return arguments[i];
    }

    private static @Nullable String or(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String password(@Nullable String file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new NotUnderstood("The password file %s cannot be read.".formatted(file));
        }
    }

    private static String connection(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new NotUnderstood("'%s' is no name for a connection: small letters, digits and _.".formatted(name));
        }
        return name;
    }

    private static @Nullable String currency(@Nullable String code) {
        if (code == null) {
            return null;
        }
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new NotUnderstood("'%s' is no currency: write its ISO code, such as EUR or INR.".formatted(code));
        }
    }

    private static int mostTables(@Nullable String text) {
        if (text == null) {
            return MOST_TABLES;
        }
        try {
            var most = Integer.parseInt(text);
            if (most > 0) {
                return most;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new NotUnderstood("'%s' is no number of tables.".formatted(text));
    }

    /** Without the password: it must not end up in a log. */
    @Override
    public String toString() {
        return "DraftOrder[url=%s, user=%s, out=%s]".formatted(url, user, out);
    }
}
