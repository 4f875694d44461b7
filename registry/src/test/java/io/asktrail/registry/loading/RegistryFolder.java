package io.asktrail.registry.loading;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.file.RegistryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the demo's registry that a test may spoil. */
final class RegistryFolder {
    private final Path folder;

    private RegistryFolder(Path folder) {
        this.folder = folder;
    }

    static RegistryFolder copyOfDemo(Path folder) {
        var copy = new RegistryFolder(folder);
        RegistryLocation.bundled("demo").files().forEach(copy::write);
        return copy;
    }

    private void write(RegistryFile file) {
        write(file.path(), file.text());
    }

    RegistryFolder write(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String text(String path) {
        try {
            return new String(Files.readAllBytes(folder.resolve(path)), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Replaces a piece of a file that stands there exactly once, so that a test cannot spoil nothing. */
    RegistryFolder replace(String path, String piece, String by) {
        var text = text(path);
        if (text.split(java.util.regex.Pattern.quote(piece), -1).length != 2) {
            throw new IllegalArgumentException("'%s' does not stand once in %s".formatted(piece, path));
        }
        return write(path, text.replace(piece, by));
    }

    /** The line on which a piece first stands. */
    int line(String path, String piece) {
        var lines = text(path).lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(piece)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("'%s' does not stand in %s".formatted(piece, path));
    }

    RegistryLocation location() {
        return RegistryLocation.of(folder.toString(), "demo");
    }

    List<Finding> findings() {
        try {
            RegistryLoader.load(location());
            return List.of();
        } catch (RegistryRejected rejected) {
            return rejected.findings();
        }
    }
}
