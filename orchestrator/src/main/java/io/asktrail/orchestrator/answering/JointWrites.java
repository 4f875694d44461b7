package io.asktrail.orchestrator.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes of many callers at once, in as few statements as the moment allows: whoever comes while nobody writes, writes for
 * all who wait. Alone, a caller waits for nothing; when many come, the database has one statement where it had many.
 *
 * @param <T> what is written
 */
final class JointWrites<T> {
    private final Consumer<List<T>> statement;
    private final int most;
    private final Queue<Pending<T>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean writing = new AtomicBoolean();

    /**
     * @param statement writes all or nothing; may be given again what it has written
     * @param most how many it is given at once
     */
    JointWrites(Consumer<List<T>> statement, int most) {
        this.statement = statement;
        this.most = most;
    }

    /** Returns when it is written, and throws what its own write throws: what another's does is not the caller's. */
    void write(T row) {
        var own = new Pending<>(row, Thread.currentThread());
        waiting.add(own);
        var interrupted = false;
        while (own.state == State.WAITING) {
            if (writing.compareAndSet(false, true)) {
                writeNext();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted(); // else it would not wait any more
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (own.state == State.FAILED) {
            statement.accept(List.of(row));
        }
    }

    /** How many wait to be written. */
    int waiting() {
        return waiting.size();
    }

    private void writeNext() {
        var together = new ArrayList<Pending<T>>();
        var outcome = State.FAILED;
        try {
            while (together.size() < most && waiting.peek() != null) {
                together.add(waiting.remove());
            }
            if (!together.isEmpty()) {
                statement.accept(together.stream().map(Pending::row).toList());
            }
            outcome = State.WRITTEN;
        } catch (RuntimeException _) {
            // Whose fault it was cannot be told: each tries alone, and hears of its own.
        } finally {
            writing.set(false);
            wake(waiting.peek());
            for (var pending : together) {
                pending.state = outcome;
                wake(pending);
            }
        }
    }

    private static void wake(@Nullable Pending<?> pending) {
        if (pending != null) {
            LockSupport.unpark(pending.caller);
        }
    }

    private enum State {
        WAITING,
        WRITTEN,
        /** Not written together with others. */
        FAILED
    }

    /** One caller's row, and what became of it. */
    private static final class Pending<T> {
        private final T row;
        private final Thread caller;
        private volatile State state = State.WAITING;

        Pending(T row, Thread caller) {
            this.row = row;
            this.caller = caller;
        }

        T row() {
            return row;
        }
    }
}
