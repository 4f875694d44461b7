package io.asktrail.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code asktrail} in a process of its own, as its script starts it. */
public final class CommandLine {
    private CommandLine() {}

    /** How it ended and what it said. */
    public record Outcome(int exitCode, String out, String err) {}

    /** Runs it to its end on a home. */
    public static Outcome run(Path home, String... words) throws InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dasktrail.dist=" + Distribution.folder(),
                "-cp",
                Distribution.classPath("cli"),
                "io.asktrail.cli.Asktrail"));
        command.addAll(List.of(words));
        try {
            var out = Files.createTempFile("asktrail-command", ".out");
            var err = Files.createTempFile("asktrail-command", ".err");
            try {
                var builder =
                        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
                builder.environment().put("ASKTRAIL_HOME", home.toString());
                var exitCode = builder.start().waitFor();
                return new Outcome(
                        exitCode,
                        Files.readString(out, StandardCharsets.UTF_8),
                        Files.readString(err, StandardCharsets.UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
