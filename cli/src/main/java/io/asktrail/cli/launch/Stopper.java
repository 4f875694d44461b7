package io.asktrail.cli.launch;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.terminal.ProgressLine;
import io.asktrail.cli.terminal.Terminal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stops Asktrail, or one that is just starting, and clears what a killed one has left behind. */
public final class Stopper {
    /** Longer than the services wait for the answers that they still owe. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How it ended. */
    public enum Outcome {
        NOTHING_RAN,
        STOPPED,
        KILLED
    }

    private static final String PLAIN = "Stopping Asktrail";

    private final Installation installation;
    private final Terminal terminal;
    private final Duration patience;

    public Stopper(Installation installation, Terminal terminal) {
        this(installation, terminal, PATIENCE);
    }

    /** @param patience with one that does nothing more and is still there */
    Stopper(Installation installation, Terminal terminal, Duration patience) {
        this.installation = installation;
        this.terminal = terminal;
        this.patience = patience;
    }

    public Outcome stop() {
        var outcome = Running.find(installation)
                .map(running -> stop(running.process(), line(running.form())))
                .or(() -> starting().map(process -> stop(process, PLAIN)))
                .orElse(Outcome.NOTHING_RAN);
        clear();
        return outcome;
    }

    private Optional<ProcessHandle> starting() {
        var file = installation.run("starting");
        try {
            return Running.alive(Long.parseLong(installation.text(file)), file);
        } catch (NumberFormatException nothingStarts) {
            return Optional.empty();
        }
    }

    private String line(Form form) {
        return Files.exists(installation.cache(form.archive()))
                ? PLAIN
                : "Stopping Asktrail; it keeps what makes its next start faster";
    }

    private Outcome stop(ProcessHandle process, String line) {
        var children = process.descendants().toList();
        process.destroy();
        if (ends(process, line)) {
            children.forEach(ProcessHandle::destroy);
            return Outcome.STOPPED;
        }
        process.destroyForcibly();
        ends(process, line);
        stopLeftovers(children);
        return Outcome.KILLED;
    }

    // PostgreSQL is asked, never killed: it would have to recover.
    private static void stopLeftovers(List<ProcessHandle> children) {
        children.stream().filter(ProcessHandle::isAlive).forEach(child -> {
            if (child.info().command().orElse("").endsWith("java")) {
                child.destroyForcibly();
            } else {
                child.destroy();
            }
        });
    }

    private boolean ends(ProcessHandle process, String line) {
        try (var progress = new ProgressLine(terminal)) {
            return new Ending(process, patience).comes(() -> progress.show(line));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure(ExitCodes.FAILED, "Interrupted while waiting for Asktrail to stop.", e);
        }
    }

    private void clear() {
        Stream.of("ready", "progress", "failure", "starting", "owner.token")
                .forEach(file -> installation.delete(installation.run(file)));
    }
}
