package io.asktrail.postgres;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Passwords that are made once, kept in a file only their owner can read. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Two processes that ask at once get the same password: linking a finished file is atomic and never overwrites. */
    static String readOrMake(Path file) throws IOException {
        var kept = read(file);
        if (kept.isPresent()) {
            return kept.get();
        }
        Files.deleteIfExists(file); // only an empty file, left by a full disk, gets here
        var staged = writeStaged(file, random());
        try {
            Files.createLink(file, staged);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return read(file).orElseThrow(() -> madeMeanwhile);
        } finally {
            Files.deleteIfExists(staged);
        }
        return read(file).orElseThrow(() -> new NoSuchFileException(file.toString()));
    }

    static void write(Path file, String secret) throws IOException {
        var staged = writeStaged(file, secret);
        try {
            Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.deleteIfExists(staged);
            throw e;
        }
    }

    private static Path writeStaged(Path file, String secret) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var folder = file.toAbsolutePath().getParent();
        var staged = Files.createTempFile(folder, "." + file.getFileName(), ".new", owner);
        return Files.writeString(staged, secret + "\n");
    }
}
