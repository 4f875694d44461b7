package io.asktrail.querying.secret;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A secret, by where it is kept. */
public sealed interface Secret {
    /** Where there is none: nobody asks for one. */
    Secret NONE = new Plain("");

    /** The text itself, from a place that is as secret as the text: never a file of settings. */
    record Plain(String text) implements Secret {
        @Override
        public String toString() {
            return "Plain[hidden]";
        }
    }

    /** @param name of an environment variable of this process */
    record InEnvironment(String name) implements Secret {}

    /** @param file whose only line it is */
    record InFile(Path file) implements Secret {}

    /**
     * @param path in Vault with its mount, e.g. {@code secret/asktrail/warehouse}
     * @param key of the value among those at that path
     */
    record InVault(String path, String key) implements Secret {}

    /**
     * Reads {@code env:NAME}, {@code file:/path} or {@code vault:path#key}; anything else is the text itself.
     *
     * @throws IllegalArgumentException if it begins like one of them and is none; the message does not repeat it
     */
    static Secret parse(String text) {
        var colon = text.indexOf(':');
        var rest = text.substring(colon + 1);
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "env" -> inEnvironment(rest);
            case "file" -> inFile(rest);
            case "vault" -> inVault(rest);
            default -> new Plain(text);
        };
    }

    private static Secret inEnvironment(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException("write env:NAME with the name of an environment variable");
        }
        return new InEnvironment(name);
    }

    private static Secret inFile(String path) {
        try {
            var file = Path.of(path);
            if (file.isAbsolute()) {
                return new InFile(file);
            }
        } catch (InvalidPathException _) {
            // said below
        }
        throw new IllegalArgumentException("write file:/path with the whole path of a file");
    }

    private static Secret inVault(String place) {
        var parts = place.split("#", -1);
        if (parts.length != 2 || !parts[0].matches("[^/\\s]+(/[^/\\s]+)+") || parts[1].isBlank()) {
            throw new IllegalArgumentException("write vault:mount/path#key, e.g. vault:secret/warehouse#password");
        }
        return new InVault(parts[0], parts[1]);
    }
}
