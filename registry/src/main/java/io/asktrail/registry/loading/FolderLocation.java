package io.asktrail.registry.loading;

import io.asktrail.registry.file.Finding;
import io.asktrail.registry.file.RegistryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A folder of the deployment. */
record FolderLocation(Path folder) implements RegistryLocation {
    @Override
    public List<RegistryFile> files() {
        if (!Files.isDirectory(folder)) {
            throw new RegistryRejected(List.of(new Finding(folder.toString(), 1, "this is no folder")));
        }
        return paths().stream().map(this::read).sorted().toList();
    }

    @Override
    public String stamp() {
        return paths().stream().map(FolderLocation::stamp).sorted().collect(Collectors.joining("\n"));
    }

    private List<Path> paths() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.walk(folder)) {
            return found.filter(path -> RegistryFile.counts(name(path)))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot list " + folder, broken);
        }
    }

    private RegistryFile read(Path path) {
        try {
            return new RegistryFile(name(path), new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + path, broken);
        }
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static String stamp(Path path) {
        try {
            return "%s %s %d".formatted(path, Files.getLastModifiedTime(path), Files.size(path));
        } catch (IOException gone) {
            // Between listing and looking a file may go: that is a change, and the next look finds the rest.
            return path + " gone";
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
