package io.asktrail.querying;

import java.util.concurrent.CancellationException;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/** What is running at the moment, for another thread to stop: at the server, and between the rows that it sent. */
final class RunningQuery {
    private @Nullable Query query;
    private boolean cancelled;

    synchronized void begins(Query begun) {
        throwIfCancelled();
        query = begun;
    }

    synchronized void ends() {
        query = null;
    }

    synchronized void cancel() {
        cancelled = true;
        if (query != null) {
            query.cancel();
        }
    }

    synchronized void check() {
        throwIfCancelled();
    }

    private void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("nobody waits for the rows any more");
        }
    }
}
