package io.asktrail.querying.session;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** What is running at the moment, for another thread to stop: at the server, and between the rows that it sent. */
final class RunningQuery {
    private @Nullable Stop stop;
    private boolean cancelled;

    /** Tells the server to stop. */
    interface Stop {
        void now() throws SQLException;
    }

    synchronized void begins(Stop begun) {
        check();
        stop = begun;
    }

    synchronized void ends() {
        stop = null;
    }

    synchronized void cancel() {
        cancelled = true;
        if (stop != null) {
            try {
                stop.now();
            } catch (SQLException _) {
                // A server that cannot be told is told again, and ends the statement with the deadline anyway.
            }
        }
    }

    synchronized void check() {
        if (cancelled) {
            throw new CancellationException("nobody waits for the rows any more");
        }
    }
}
