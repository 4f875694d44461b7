package io.asktrail.sales.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the order files go, from the environment ({@code ASKTRAIL_LOAD_URL}) or system properties
 * ({@code asktrail.load.url}): {@code URL}, {@code USERNAME}, and {@code PASSWORD_FILE} or {@code PASSWORD};
 * {@code REGISTRY} for a registry folder of one's own.
 *
 * @param registry null for the registry that comes with the program
 */
record LoadSettings(
        String url,
        String username,
        String password,
        @Nullable String registry) {
    static final String WORKSPACE = "orders";

    private static final String DEFAULT_USER = "asktrail_loader";

    static LoadSettings from(Function<String, @Nullable String> setting) {
        return new LoadSettings(
                or(setting.apply("URL"), "jdbc:postgresql://127.0.0.1:5432/warehouse_orders"),
                or(setting.apply("USERNAME"), DEFAULT_USER),
                password(setting),
                setting.apply("REGISTRY"));
    }

    private static String password(Function<String, @Nullable String> setting) {
        @Nullable String file = setting.apply("PASSWORD_FILE");
        if (file == null) {
            return or(setting.apply("PASSWORD"), "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new OrderFileException("The password file %s cannot be read.".formatted(file), e);
        }
    }

    private static String or(@Nullable String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "LoadSettings[url=%s, username=%s]".formatted(url, username);
    }
}
