package io.asktrail.cli.launch;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Stops Asktrail, or one that is just starting, and clears what a killed one has left behind. */
public final class Stopper {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How it ended. */
    public enum Outcome {
        NOTHING_RAN,
        STOPPED,
        KILLED
    }

    private final Installation installation;
    private final Duration patience;

    public Stopper(Installation installation) {
        this(installation, PATIENCE);
    }

    Stopper(Installation installation, Duration patience) {
        this.installation = installation;
        this.patience = patience;
    }

    public Outcome stop() {
        var outcome = Running.find(installation)
                .map(Running::process)
                .or(this::starting)
                .map(this::stop)
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

    private Outcome stop(ProcessHandle process) {
        var children = process.descendants().toList();
        process.destroy();
        if (ends(process)) {
            children.forEach(ProcessHandle::destroy);
            return Outcome.STOPPED;
        }
        process.destroyForcibly();
        ends(process);
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

    private boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure(ExitCodes.FAILED, "Interrupted while waiting for Asktrail to stop.", e);
        } catch (ExecutionException e) {
            throw new CliFailure(ExitCodes.FAILED, "The process %d cannot be watched.".formatted(process.pid()), e);
        }
    }

    private void clear() {
        Stream.of("ready", "progress", "failure", "starting", "owner.token")
                .forEach(file -> installation.delete(installation.run(file)));
    }
}
