package io.asktrail.onboarding;

import io.asktrail.live.LiveDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a database is and as whom to read it. The password comes from a file or the environment, never as an argument. */
public record JdbcLogin(
        String url, @Nullable String user, @Nullable String password) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Words that make no order; the message says what to write. */
    public static final class NotUnderstood extends RuntimeException {
        public NotUnderstood(String sentence) {
            super(sentence);
        }
    }

    /**
     * As the command line and the environment say.
     *
     * @param user null for {@code ASKTRAIL_JDBC_USER}
     * @param passwordFile null for {@code ASKTRAIL_JDBC_PASSWORD}
     * @throws NotUnderstood if the file cannot be read
     */
    public static JdbcLogin of(
            String url, @Nullable String user, @Nullable String passwordFile, Map<String, String> environment) {
        return new JdbcLogin(
                url,
                user == null ? environment.get("ASKTRAIL_JDBC_USER") : user,
                passwordFile == null ? environment.get("ASKTRAIL_JDBC_PASSWORD") : read(passwordFile));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new NotUnderstood("The password file %s cannot be read.".formatted(file));
        }
    }

    /**
     * Logs in.
     *
     * @throws io.asktrail.live.DatabaseUnusable with a sentence, if it cannot be entered
     */
    public LiveDatabase open() {
        return LiveDatabase.open(url, user, password, PATIENCE);
    }

    /** Without the password: it must not end up in a log. */
    @Override
    public String toString() {
        return "JdbcLogin[url=%s, user=%s]".formatted(url, user);
    }
}
