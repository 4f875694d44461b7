package io.asktrail.service.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 32 bytes or more in a file of its own, as Base64. */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /** Reads the secret; the sentence it fails with names the file, never what is in it. */
    public static byte[] read(Path file) {
        try {
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length < BYTES) {
                throw new IllegalStateException("the key in %s is too short: it takes 32 random bytes".formatted(file));
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key file %s cannot be read".formatted(file), unreadable);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("the key in %s is not Base64".formatted(file), notBase64);
        }
    }

    /**
     * Makes the secret if there is none, readable by its owner only. Two who do so at once end up with the same one: the
     * file appears whole or not at all, and is never replaced.
     */
    public static void createIfAbsent(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var draft = Files.createTempFile(
                    folder,
                    ".key",
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(draft, newSecret());
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException _) {
                // Somebody else was faster; theirs holds.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the key file %s cannot be made".formatted(file), unwritable);
        }
    }

    private static String newSecret() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
