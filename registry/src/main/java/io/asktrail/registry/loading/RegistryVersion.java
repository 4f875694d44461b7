package io.asktrail.registry.loading;

import io.asktrail.registry.file.RegistryFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What the content comes to as a short name: the order of files and their line ends do not matter. */
final class RegistryVersion {
    private static final int LENGTH = 12;
    private static final byte[] END = {0};

    private RegistryVersion() {}

    static String of(List<RegistryFile> files) {
        var digest = sha256();
        files.stream().sorted().forEach(file -> {
            digest.update(file.path().getBytes(StandardCharsets.UTF_8));
            digest.update(END);
            digest.update(file.text().getBytes(StandardCharsets.UTF_8));
            digest.update(END);
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
