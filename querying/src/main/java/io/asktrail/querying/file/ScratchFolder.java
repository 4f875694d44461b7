package io.asktrail.querying.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A folder for what this process needs as long as it lives. A process that is killed leaves its own behind; whoever makes
 * the next one removes it, knowing by the lock in it that nobody holds it any more.
 */
final class ScratchFolder implements AutoCloseable {
    private static final String PREFIX = "asktrail-duckdb-";
    private static final String LOCK = "lock";
    /** A folder without a lock is just being made, or was left before there were locks. */
    private static final Duration SURELY_LEFT = Duration.ofDays(1);

    private final Path path;
    private final FileChannel lock;

    private ScratchFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @param parent the folder for temporary files */
    static ScratchFolder in(Path parent) throws IOException {
        removeWhatWasLeft(parent);
        var path = Files.createTempDirectory(parent, PREFIX);
        // Under its name only once it is held, so that nobody takes it for one that was let go.
        var unheld = path.resolve("lock.new");
        var channel = FileChannel.open(unheld, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        Files.move(unheld, path.resolve(LOCK));
        return new ScratchFolder(path, channel);
    }

    Path path() {
        return path;
    }

    private static void removeWhatWasLeft(Path parent) throws IOException {
        List<Path> folders;
        try (var all = Files.newDirectoryStream(parent, PREFIX + "*")) {
            folders = new ArrayList<>();
            all.forEach(folders::add);
        }
        for (var folder : folders) {
            try {
                if (isLeft(folder)) {
                    delete(folder);
                }
            } catch (IOException notOurs) {
                // Another user's, or another process is removing it: it is theirs to see to.
            }
        }
    }

    private static boolean isLeft(Path folder) throws IOException {
        var file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(SURELY_LEFT));
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            delete(path);
        }
    }
}
