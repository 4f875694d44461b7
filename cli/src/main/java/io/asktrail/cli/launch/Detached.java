package io.asktrail.cli.launch;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the program of a form so that it outlives this command and its terminal. */
final class Detached {
    private static final long LONG_LOG = 20_000_000;
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx768m",
            "-Xms64m",
            "-Xshare:auto",
            "-XX:+AutoCreateSharedArchive",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private final Installation installation;
    private final String mainClass;
    private final Path archive;

    /** @param archive where its JVM keeps the classes that it has loaded */
    Detached(Installation installation, String mainClass, Path archive) {
        this.installation = installation;
        this.mainClass = mainClass;
        this.archive = archive;
    }

    Process start() {
        var log = installation.logs().resolve("asktrail.log");
        try {
            Files.createDirectories(installation.logs());
            Files.createDirectories(installation.home().resolve("run"));
            Files.createDirectories(installation.home().resolve("cache"));
            shorten(log);
            dropStale();
            var builder = new ProcessBuilder(apart(command()))
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().put("ASKTRAIL_HOME", installation.home().toString());
            return builder.start();
        } catch (IOException e) {
            throw Files.isExecutable(installation.java())
                    ? Installation.unusable(log, e)
                    : new CliFailure(ExitCodes.UNREACHABLE, "%s cannot be run.".formatted(installation.java()), e);
        }
    }

    private static void shorten(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LONG_LOG) {
            Files.move(log, log.resolveSibling("asktrail.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    // The JVM makes a missing archive, but it only complains about one that does not fit the jars any more.
    private void dropStale() throws IOException {
        var made = Running.modified(archive);
        try (var jars = Files.list(installation.jars())) {
            if (jars.anyMatch(jar -> Running.modified(jar).isAfter(made))) {
                Files.deleteIfExists(archive);
            }
        }
    }

    private List<String> command() {
        var words = new ArrayList<String>();
        words.add(installation.java().toString());
        words.addAll(FLAGS);
        words.add("-XX:SharedArchiveFile=" + archive);
        words.add("-Dasktrail.dist=" + installation.dist());
        words.addAll(List.of("-cp", installation.classPath("local"), mainClass));
        return words;
    }

    // A session of its own is out of reach of the terminal's Ctrl-C and of its closing. Where there is no setsid, as on
    // macOS, a shell with job control gives it at least a process group of its own.
    private static List<String> apart(List<String> command) {
        var words = new ArrayList<String>();
        if (isOnPath("setsid")) {
            words.add("setsid");
        } else {
            words.addAll(List.of("/bin/sh", "-c", "set -m; nohup \"$@\" & wait $!", "asktrail"));
        }
        words.addAll(command);
        return words;
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
