package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who may change a folder, and who uses it, among all threads of all processes.
 *
 * <p>Two bytes of one lock file: the first is held alone while something is changed, the second is shared by every JVM
 * that uses what is there. The operating system frees both when a JVM is killed. There is one channel per folder and JVM,
 * because closing any channel of a file frees all locks that the process has on it.
 */
final class HomeLock {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<Path, HomeLock> KNOWN = new ConcurrentHashMap<>();

    /** What is done while nobody else may. */
    interface Guarded<T> {
        T run() throws IOException;
    }

    private final Path file;
    private final ReentrantLock threads = new ReentrantLock();
    private @Nullable FileChannel channel;
    private @Nullable FileLock shared;
    private int users;

    private HomeLock(Path file) {
        this.file = file;
    }

    static HomeLock of(Path folder) throws IOException {
        return KNOWN.computeIfAbsent(folder.toRealPath().resolve("lock"), HomeLock::new);
    }

    <T> T guarded(Guarded<T> work) throws IOException {
        threads.lock();
        try (var _ = alone()) {
            return work.run();
        } finally {
            closeUnlessUsed();
            threads.unlock();
        }
    }

    /** Counts one more user; call it guarded. */
    void join() throws IOException {
        if (users == 0) {
            shared = open().lock(1, 1, true);
        }
        users++;
    }

    /** Counts one user less and says whether that was the last one of all processes; call it guarded. */
    boolean leave() throws IOException {
        users--;
        if (users > 0) {
            return false;
        }
        if (shared != null) {
            shared.release();
            shared = null;
        }
        return isUnused();
    }

    /** Whether no process uses the folder; call it guarded. */
    boolean isUnused() throws IOException {
        if (users > 0) {
            return false;
        }
        try (var lock = open().tryLock(1, 1, false)) {
            return lock != null;
        }
    }

    private FileLock alone() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var lock = open().tryLock(0, 1, false);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() > deadline) {
                throw new EmbeddedPostgresException(
                        Reason.TIMED_OUT,
                        "Another process has been working in %s for more than %d minutes; end it and start again."
                                .formatted(file.getParent(), PATIENCE.toMinutes()));
            }
            Pause.briefly();
        }
    }

    private FileChannel open() throws IOException {
        if (channel == null || !channel.isOpen()) { // an interrupted thread closes its channel
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            channel = FileChannel.open(
                    file,
                    EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    owner);
        }
        return channel;
    }

    private void closeUnlessUsed() throws IOException {
        if (users == 0 && threads.getHoldCount() == 1 && channel != null) {
            channel.close();
            channel = null;
        }
    }
}
