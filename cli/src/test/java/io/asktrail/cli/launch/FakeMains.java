package io.asktrail.cli.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Stands in for the programs that are started. */
final class FakeMains {
    private FakeMains() {}

    private static Path run(String file) {
        return Path.of(System.getenv("ASKTRAIL_HOME"), "run", file);
    }

    private static void write(String file, String text) throws IOException {
        var next = Files.createTempFile(run(""), ".", ".tmp");
        Files.writeString(next, text);
        Files.move(next, run(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Becomes ready, and runs until it is told to stop. */
    static final class Ready {
        public static void main(String[] arguments) throws Exception {
            write("progress", "Making demo data: 40 %\n");
            Thread.sleep(300);
            write(
                    "ready",
                    "pid=%d\nport=4711\nform=local\nworkspace=demo\n"
                            .formatted(ProcessHandle.current().pid()));
            Thread.sleep(60_000);
        }
    }

    /** Becomes ready, and does not listen to a request to stop. */
    static final class Stubborn {
        public static void main(String[] arguments) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(Stubborn::linger));
            Ready.main(arguments);
        }

        private static void linger() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Becomes ready; asked to stop, it works for a while, and so does a process that it starts. */
    static final class Busy {
        private static final Duration WORK = Duration.ofMillis(1_500);

        public static void main(String[] arguments) throws Exception {
            if (arguments.length > 0) {
                work();
                return;
            }
            Runtime.getRuntime().addShutdownHook(new Thread(Busy::finish));
            Ready.main(arguments);
        }

        private static void finish() {
            work();
            try {
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Busy.class.getName(),
                                "child")
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        // By the processor's clock: a busy machine makes it no shorter.
        private static void work() {
            var threads = ManagementFactory.getThreadMXBean();
            var end = threads.getCurrentThreadCpuTime() + WORK.toNanos();
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
        }
    }

    /** Cannot start, and says why. */
    static final class Failing {
        public static void main(String[] arguments) throws Exception {
            write("failure", "Port 8080 is taken by another program.\n");
            System.exit(1);
        }
    }

    /** Ends without a word. */
    static final class Crashing {
        public static void main(String[] arguments) {
            System.exit(134);
        }
    }

    /** Finds the home held by another process. */
    static final class Taken {
        public static void main(String[] arguments) {
            System.exit(3);
        }
    }
}
