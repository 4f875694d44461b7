package io.asktrail.mcp.transport;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Requests of one session that are being worked on, so that their client can take one back. The library knows no
 * cancellation: the thread is interrupted, its call of the service closes its connection, and the service behind it stops.
 */
final class WorkInHand {
    private final ConcurrentMap<String, Work> byRequest = new ConcurrentHashMap<>();

    /** The work of the thread that calls; it ends when it is closed. */
    Work begin(Object requestId) {
        var work = new Work(key(requestId), Thread.currentThread());
        byRequest.put(work.key, work);
        return work;
    }

    /** Does nothing for a request that is not known, or has ended: the two may have met on their ways. */
    void cancel(Object requestId) {
        var work = byRequest.get(key(requestId));
        if (work != null) {
            work.cancel();
        }
    }

    void cancelAll() {
        byRequest.values().forEach(Work::cancel);
    }

    // A number is an Integer here and a Long there, depending on who parsed it.
    private static String key(Object requestId) {
        return requestId.toString();
    }

    final class Work implements AutoCloseable {
        private final String key;
        private final Thread thread;
        private boolean ended;
        private boolean cancelled;

        private Work(String key, Thread thread) {
            this.key = key;
            this.thread = thread;
        }

        private synchronized void cancel() {
            if (!ended) {
                cancelled = true;
                thread.interrupt();
            }
        }

        /** Whether nobody waits for the response any more. */
        synchronized boolean isCancelled() {
            return cancelled;
        }

        @Override
        public synchronized void close() {
            ended = true;
            byRequest.remove(key, this);
        }
    }
}
