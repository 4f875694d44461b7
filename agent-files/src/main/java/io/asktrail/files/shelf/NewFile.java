package io.asktrail.files.shelf;

import io.asktrail.contracts.file.ExportedFile;
import io.asktrail.contracts.task.Export;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;

/** What a written file is called and how it is told from others. */
public final class NewFile {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewFile() {}

    /** An id that nobody guesses. */
    public static String id() {
        var id = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    /**
     * @param words what the name is made of
     * @param zone whose day stands in the name
     */
    public static ExportedFile of(
            String id,
            Path written,
            Export.Format format,
            String words,
            long rows,
            boolean truncated,
            Instant now,
            ZoneId zone,
            Duration kept)
            throws IOException {
        return new ExportedFile(
                id,
                "/v1/exports/" + id,
                format,
                FileName.of(words, LocalDate.ofInstant(now, zone), format),
                rows,
                Files.size(written),
                sha256(written),
                truncated,
                now,
                now.plus(kept));
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
