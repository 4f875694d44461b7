package io.asktrail.postgres;

import io.asktrail.postgres.EmbeddedPostgresException.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program, with a clean environment and a deadline. */
final class Command {
    record Result(int status, String output) {
        boolean worked() {
            return status == 0;
        }
    }

    private Command() {}

    static Result run(List<String> words, Duration patience) throws IOException {
        var output = Files.createTempFile("asktrail-command", ".out");
        try {
            return run(words, output, patience);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /**
     * The output goes to a file, not a pipe: a server that the program starts inherits it, and a pipe would never end.
     * The result's output is what this run added.
     */
    static Result run(List<String> words, Path output, Duration patience) throws IOException {
        var before = Files.exists(output) ? Files.size(output) : 0;
        var builder = new ProcessBuilder(words)
                .directory(new File("/")) // the caller's folder may be closed to the user that the program runs as
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        var path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        // PGPORT, PGOPTIONS, LC_* and their like must not reach our server.
        builder.environment().clear();
        builder.environment().put("PATH", path + ":/usr/bin:/bin:/usr/sbin:/sbin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return waitFor(builder.start(), words.getLast(), output, before, patience);
    }

    private static Result waitFor(Process process, String what, Path output, long before, Duration patience)
            throws IOException {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedPostgresException(
                        Reason.TIMED_OUT, "The command %s did not end within %s.".formatted(what, patience));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException(Reason.FAILED, "Starting the database was interrupted.", e);
        }
        return new Result(process.exitValue(), tail(output, before));
    }

    private static String tail(Path output, long from) throws IOException {
        try (var channel = Files.newByteChannel(output)) {
            channel.position(from);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
