package io.asktrail.cli.launch;

import io.asktrail.cli.CliFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * An Asktrail that has said that it is ready, and whose process is alive.
 *
 * @param since when it said so
 */
public record Running(ProcessHandle process, int port, Form form, String workspace, Instant since) {
    /** File times may be coarser than process times. */
    private static final int SLACK_SECONDS = 2;

    /** Empty if none runs; what a killed one has left behind does not count. */
    public static Optional<Running> find(Installation installation) {
        var file = installation.run("ready");
        var text = installation.text(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var ready = new Properties();
        try {
            ready.load(new StringReader(text));
            return alive(Long.parseLong(ready.getProperty("pid", "-1")), file)
                    .map(process -> new Running(
                            process,
                            Integer.parseInt(ready.getProperty("port", "")),
                            Form.valueOf(ready.getProperty("form", "local").toUpperCase(Locale.ROOT)),
                            ready.getProperty("workspace", "demo"),
                            modified(file)));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** The process that wrote a file; empty if its number has gone to a younger one. */
    static Optional<ProcessHandle> alive(long pid, Path file) {
        if (pid <= 0) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> !start.isAfter(modified(file).plusSeconds(SLACK_SECONDS)))
                        .orElse(true));
    }

    static Instant modified(Path file) {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static CliFailure failure(Path file, IOException e) {
        return Installation.unusable(file, e);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Whether the programs were built after this one was ready: its jars are no longer what it has loaded. */
    public boolean isOlderThan(Path stamp) {
        return since.isBefore(modified(stamp));
    }
}
