package io.asktrail.slack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A secret by the place where it is kept, {@code env:NAME} or {@code file:/path}, fetched each time it is used: what was
 * replaced there is used at once, and nothing of it is kept here.
 */
record Credential(String setting, String place) implements Supplier<String> {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final long MOST_BYTES = 64 * 1024;

    Credential {
        if (!place.startsWith(ENVIRONMENT) && !place.startsWith(FILE)) {
            // Not repeated: it may be the secret itself.
            throw new IllegalArgumentException(
                    "%s holds a secret, or something else that is no place of one: write env:NAME or file:/path"
                            .formatted(setting));
        }
    }

    @Override
    public String get() {
        var found = place.startsWith(ENVIRONMENT)
                ? System.getenv(place.substring(ENVIRONMENT.length()))
                : read(Path.of(place.substring(FILE.length())));
        if (found == null || found.isBlank()) {
            throw new IllegalStateException("%s: there is nothing at %s".formatted(setting, place));
        }
        return found;
    }

    private String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalStateException("%s: %s is too large for a secret".formatted(setting, file));
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException("%s: %s cannot be read".formatted(setting, file), unreadable);
        }
    }
}
