package io.asktrail.testkit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;

/**
 * Homes in which the demo is whole. One is made for each last day, by a start of the product itself, and copied for whoever
 * wants one after: making it takes most of a first start. It stays beside the distribution for all JVMs that test it.
 */
final class DemoHomes {
    private DemoHomes() {}

    /** A home of the caller's own. */
    static synchronized Path copy(LocalDate demoUntil) throws IOException, InterruptedException {
        var made = Distribution.beside("demo-" + demoUntil);
        Files.createDirectories(made.getParent());
        // Other JVMs test at the same time; within this one, the method is synchronized.
        try (var file = FileChannel.open(
                        made.resolveSibling("making"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = file.lock()) {
            if (!Files.exists(made)) {
                make(made, demoUntil);
            }
        }
        var copy = folder();
        copy(made, copy);
        return copy;
    }

    // As the product leaves it: whoever owns a file owns its copy.
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        var copying = new ProcessBuilder("cp", "-Rp", from + "/.", to.toString())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("A home could not be copied from %s to %s".formatted(from, to));
        }
    }

    private static void make(Path made, LocalDate demoUntil) throws IOException, InterruptedException {
        var home = folder();
        try {
            var running = RunningAsktrail.first(home, demoUntil);
            running.awaitAds();
            running.stop();
            ClassArchives.keepLocal(home);
            var whole = Files.createTempDirectory(made.getParent(), "copy");
            copy(home, whole);
            Files.move(whole, made);
        } finally {
            RunningAsktrail.delete(home);
        }
    }

    private static Path folder() throws IOException {
        var home = Files.createTempDirectory("asktrail-test");
        // The embedded server gives up root's rights and must still reach its data.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
