package io.asktrail.local;

import io.asktrail.local.home.Home;
import io.asktrail.local.home.LocalFailure;
import io.asktrail.local.home.RunLock;
import io.asktrail.local.home.Status;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A start of Asktrail in a home: one at a time, told in its status, ending in a sentence if it fails.
 *
 * @param port where the gateway will listen
 */
record Startup(Map<String, String> environment, Home home, Status status, int port, OwnerToken ownerToken) {
    private static final Logger log = LoggerFactory.getLogger(Startup.class);

    /** What the command line reads from the exit code: another process has this home. */
    private static final int TAKEN = 3;

    /** Runs a start and exits with a sentence on standard error if it fails. The lock is held until the process ends. */
    static void run(Map<String, String> environment, Consumer<Startup> start) {
        try {
            var home = Home.from(environment).prepare();
            var lock = RunLock.take(home);
            if (lock.isEmpty()) {
                System.err.println("Asktrail is starting or running already in " + home.root() + ".");
                System.exit(TAKEN);
            }
            HELD.add(lock.get());
            begin(environment, home, start);
        } catch (LocalFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    // Reachable as long as the process lives: a lock that is collected is a lock that is let go.
    private static final java.util.List<RunLock> HELD = new java.util.concurrent.CopyOnWriteArrayList<>();

    private static void begin(Map<String, String> environment, Home home, Consumer<Startup> start) {
        var status = new Status(home);
        try {
            status.begin();
            start.accept(new Startup(environment, home, status, Ports.gateway(environment), new OwnerToken(home)));
        } catch (RuntimeException failure) {
            // Whatever stops a start, whoever waits for it gets one sentence; the log has the rest of a surprise.
            if (!Failures.isExpected(failure)) {
                log.atError().setCause(failure).log("start failed");
            }
            var sentence = Failures.sentence(failure);
            status.failed(sentence);
            System.err.println(sentence);
            System.exit(1);
        }
    }

    void ready(Status.Form form, String workspace) {
        ownerToken.keepFresh();
        status.ready(form, port, workspace);
    }

    void ended() {
        status.ended();
    }

    Startup {
        Objects.requireNonNull(environment);
    }
}
