package io.asktrail.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A .txz, read in Java: not every machine has tar and xz. */
final class Archive {
    private Archive() {}

    static void unpack(InputStream archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, into);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
        var target = within(into, into.resolve(entry.getName()));
        if (entry.isDirectory()) {
            makeFolder(target);
            return;
        }
        makeFolder(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            within(into, target.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        Folders.allow(target, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        makeFolder(Objects.requireNonNull(folder.getParent()));
        Files.createDirectory(folder);
        Folders.allow(folder, "rwxr-xr-x"); // whatever the umask: the server may run as another user
    }

    private static Path within(Path root, Path target) throws IOException {
        var normal = target.normalize();
        if (!normal.startsWith(root)) {
            throw new IOException("the archive reaches out of its folder: " + target);
        }
        return normal;
    }
}
