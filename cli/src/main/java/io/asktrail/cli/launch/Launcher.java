package io.asktrail.cli.launch;

import io.asktrail.cli.CliFailure;
import io.asktrail.cli.ExitCodes;
import io.asktrail.cli.terminal.ProgressLine;
import io.asktrail.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Starts Asktrail and waits until it is ready; if somebody else is starting it, waits for that. */
public final class Launcher {
    /** How the started program says that another process holds this home. */
    private static final int TAKEN = 3;

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** After this long the holder may have died half-way, or may just have been stopping: try again. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(8);

    private final Installation installation;
    private final Terminal terminal;
    private final Duration patience;

    public Launcher(Installation installation, Terminal terminal) {
        this(installation, terminal, PATIENCE);
    }

    Launcher(Installation installation, Terminal terminal, Duration patience) {
        this.installation = installation;
        this.terminal = terminal;
        this.patience = patience;
    }

    public Running start(Form form) {
        return start(form.mainClass(), form.archive());
    }

    Running start(String mainClass, String archive) {
        var until = Instant.now().plus(patience);
        try (var progress = new ProgressLine(terminal)) {
            while (Instant.now().isBefore(until)) {
                var ready = tryOnce(mainClass, installation.cache(archive), until, progress);
                if (ready.isPresent()) {
                    return ready.get();
                }
            }
        }
        throw new CliFailure(
                ExitCodes.UNREACHABLE,
                "Asktrail was not ready within %d minutes. Look at ./asktrail logs, then ./asktrail down and try again."
                        .formatted(patience.toMinutes()));
    }

    /** Empty if another process holds the home and did not become ready. */
    private Optional<Running> tryOnce(String mainClass, Path archive, Instant until, ProgressLine progress) {
        var oldFailure = Running.modified(installation.run("failure"));
        progress.show("Starting Asktrail");
        var hadArchive = Files.exists(archive);
        var process = new Detached(installation, mainClass, archive).start();
        installation.write(installation.run("starting"), process.pid() + "\n");
        Instant giveUp = until;
        var taken = false;
        while (Instant.now().isBefore(giveUp)) {
            var ready = Running.find(installation);
            if (ready.isPresent()) {
                installation.delete(installation.run("starting"));
                return ready;
            }
            if (!taken && !process.isAlive()) {
                if (!hadArchive) {
                    // It knows only the few classes of a start that came to nothing, and would stay for good.
                    installation.delete(archive);
                }
                if (process.exitValue() != TAKEN) {
                    throw failed(oldFailure);
                }
                taken = true;
                giveUp = Instant.now().plus(TRY_AGAIN_AFTER);
            }
            if (taken && isNew(oldFailure)) {
                throw failed(oldFailure);
            }
            showProgress(progress);
            pause();
        }
        return Optional.empty();
    }

    private void showProgress(ProgressLine progress) {
        var line = installation.text(installation.run("progress"));
        if (line.isEmpty()) {
            progress.again();
        } else {
            progress.show(line);
        }
    }

    private boolean isNew(Instant oldFailure) {
        return Running.modified(installation.run("failure")).isAfter(oldFailure);
    }

    private CliFailure failed(Instant oldFailure) {
        installation.delete(installation.run("starting"));
        var sentence = isNew(oldFailure) ? installation.text(installation.run("failure")) : "";
        return new CliFailure(
                ExitCodes.UNREACHABLE,
                sentence.isEmpty()
                        ? "Asktrail could not be started; what it said is in %s."
                                .formatted(installation.logs().resolve("asktrail.log"))
                        : sentence);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliFailure(ExitCodes.UNREACHABLE, "Interrupted while waiting for Asktrail to start.", e);
        }
    }
}
