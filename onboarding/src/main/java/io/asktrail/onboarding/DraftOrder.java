package io.asktrail.onboarding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be drafted, from where and whereto. */
record DraftOrder(
        JdbcLogin login,
        List<String> schemas,
        Path out,
        String connection,
        @Nullable String currency,
        int mostTables,
        boolean force) {
    private static final int MOST_TABLES = 200;
    private static final Set<String> WITH_A_VALUE =
            Set.of("--jdbc-url", "--user", "--password-file", "--out", "--connection", "--currency", "--most-tables");

    static DraftOrder parse(String[] arguments, Map<String, String> environment) {
        var given = new HashMap<String, String>();
        var schemas = new ArrayList<String>();
        var force = false;
        for (var i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--force" -> force = true;
                case "--schema" -> schemas.add(value(arguments, ++i));
                case String known when WITH_A_VALUE.contains(known) -> given.put(known, value(arguments, ++i));
                default -> throw new JdbcLogin.NotUnderstood("'%s' is not understood.".formatted(arguments[i]));
            }
        }
        var url = Objects.requireNonNullElse(given.get("--jdbc-url"), "");
        if (url.isEmpty()) {
            throw new JdbcLogin.NotUnderstood("Say which database: --jdbc-url jdbc:postgresql://host:port/database");
        }
        return new DraftOrder(
                JdbcLogin.of(url, given.get("--user"), given.get("--password-file"), environment),
                List.copyOf(schemas),
                Path.of(Objects.requireNonNullElse(given.get("--out"), "registry-draft"))
                        .toAbsolutePath(),
                connection(Objects.requireNonNullElse(given.get("--connection"), "warehouse")),
                currency(given.get("--currency")),
                mostTables(given.get("--most-tables")),
                force);
    }

    private static String value(String[] arguments, int i) {
        if (i >= arguments.length) {
            throw new JdbcLogin.NotUnderstood("'%s' needs a value.".formatted(arguments[i - 1]));
        }
        return arguments[i];
    }

    private static String connection(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,63}")) {
            throw new JdbcLogin.NotUnderstood(
                    "'%s' is no name for a connection: small letters, digits and _.".formatted(name));
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
            throw new JdbcLogin.NotUnderstood(
                    "'%s' is no currency: write its ISO code, such as EUR or INR.".formatted(code));
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
        throw new JdbcLogin.NotUnderstood("'%s' is no number of tables.".formatted(text));
    }
}
