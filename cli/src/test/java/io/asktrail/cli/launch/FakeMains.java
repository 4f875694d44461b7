package io.asktrail.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
            write("ready", "pid=%d\nport=4711\nform=local\nworkspace=demo\n".formatted(ProcessHandle.current().pid()));
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
