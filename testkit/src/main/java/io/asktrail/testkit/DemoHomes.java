package io.asktrail.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Homes in which the demo is whole. One is made for each last day, by a start of the product itself, and copied for whoever
 * wants one after: making it takes most of a first start. They go with the JVM.
 */
final class DemoHomes {
    private static final Map<LocalDate, Path> MADE = new HashMap<>();

    private DemoHomes() {}

    /** A home of the caller's own. */
    static synchronized Path copy(LocalDate demoUntil) throws IOException, InterruptedException {
        var made = MADE.get(demoUntil);
        if (made == null) {
            made = make(demoUntil);
            MADE.put(demoUntil, made);
        }
        var copy = folder();
        // As the product leaves it: whoever owns a file owns its copy.
        var copying = new ProcessBuilder("cp", "-Rp", made + "/.", copy.toString())
                .inheritIO()
                .start();
        if (copying.waitFor() != 0) {
            throw new IOException("The demo's home could not be copied to " + copy);
        }
        return copy;
    }

    private static Path make(LocalDate demoUntil) throws IOException, InterruptedException {
        var home = folder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RunningAsktrail.delete(home)));
        var running = RunningAsktrail.start(RunningAsktrail.Form.LOCAL, home, RunningAsktrail.freePort(), demoUntil);
        running.awaitAds();
        running.stop();
        return home;
    }

    private static Path folder() throws IOException {
        var home = Files.createTempDirectory("asktrail-test");
        // The embedded server gives up root's rights and must still reach its data.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
