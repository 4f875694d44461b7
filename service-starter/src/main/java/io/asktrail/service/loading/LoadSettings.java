package io.asktrail.service.loading;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where loaded files go, from the environment ({@code ASKTRAIL_LOAD_URL}) or system properties
 * ({@code asktrail.load.url}): {@code URL}, {@code USERNAME}, and {@code PASSWORD_FILE} or {@code PASSWORD};
 * {@code REGISTRY} for a registry folder of one's own.
 *
 * @param registry null for the registry that comes with the program
 */
public record LoadSettings(
        String url,
        String username,
        String password,
        @Nullable String registry) {
    /** The workspace of what was loaded. */
    public static final String WORKSPACE = "orders";

    private static final String DEFAULT_USER = "asktrail_loader";

    /**
     * @param setting the value of a setting by its name; null if it is not set
     * @param database where files go when no {@code URL} says so
     * @throws SuiteException if the password file cannot be read
     */
    public static LoadSettings from(Function<String, @Nullable String> setting, String database) {
        return new LoadSettings(
                or(setting.apply("URL"), "jdbc:postgresql://127.0.0.1:5432/" + database),
                or(setting.apply("USERNAME"), DEFAULT_USER),
                password(setting),
                setting.apply("REGISTRY"));
    }

    /** Of this process: a system property, else the environment. */
    public static @Nullable String ofProcess(String name) {
        var property = "asktrail.load." + name.toLowerCase(Locale.ROOT).replace('_', '-');
        @Nullable String value = System.getProperty(property);
        return value != null ? value : System.getenv("ASKTRAIL_LOAD_" + name);
    }

    private static String password(Function<String, @Nullable String> setting) {
        @Nullable String file = setting.apply("PASSWORD_FILE");
        if (file == null) {
            return or(setting.apply("PASSWORD"), "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new SuiteException(
                    ErrorCode.MALFORMED_REQUEST, "The password file %s cannot be read.".formatted(file), e);
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
