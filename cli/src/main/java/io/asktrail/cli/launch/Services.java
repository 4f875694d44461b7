package io.asktrail.cli.launch;

import io.asktrail.cli.terminal.Terminal;
import java.util.Optional;

/** The local Asktrail as commands see it. */
public final class Services {
    private final Installation installation;
    private final Terminal terminal;

    public Services(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    public Installation installation() {
        return installation;
    }

    public Optional<Running> running() {
        return Running.find(installation);
    }

    /** The one that runs, in whatever form; else one process is started. */
    public Running ensureUp() {
        var running = running();
        if (running.isEmpty()) {
            return start(Form.LOCAL);
        }
        if (running.get().isOlderThan(installation.built())) {
            terminal.tell("Asktrail was built anew since it was started: starting it again.");
            return restart(running.get().form());
        }
        return running.get();
    }

    public Running start(Form form) {
        return new Launcher(installation, terminal).start(form);
    }

    public Running restart(Form form) {
        stop();
        return start(form);
    }

    public Stopper.Outcome stop() {
        return new Stopper(installation, terminal).stop();
    }

    /** Starts it again if it serves another workspace than the one in use. */
    public void followWorkspace() {
        running()
                .filter(running -> !running.workspace().equals(installation.workspace()))
                .ifPresent(running -> {
                    terminal.tell("Starting Asktrail again with the workspace %s.".formatted(installation.workspace()));
                    restart(running.form());
                });
    }
}
