package io.asktrail.service.token;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys this process was given: one for each service it calls, and its own if it is called. */
final class InternalKeys {
    private final @Nullable Path folder;

    InternalKeys(@Nullable Path folder) {
        this.folder = folder;
    }

    byte[] towards(String audience) {
        return find(audience)
                .orElseThrow(() -> new IllegalStateException(
                        "there is no key for calls to %s: put %s.key into the folder asktrail.internal.key-dir (now: %s)"
                                .formatted(audience, audience, folder == null ? "not set" : folder)));
    }

    Optional<byte[]> find(String audience) {
        return Optional.ofNullable(folder)
                .map(keys -> keys.resolve(audience + ".key"))
                .filter(Files::exists)
                .map(KeyFile::read);
    }
}
