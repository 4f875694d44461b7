package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * So many questions are worked on at once. One more waits a moment for a place and is then sent away: it costs its
 * caller less to come back than everybody else to have it in between.
 *
 * <p>There are fewer places while what is ready to run has to wait for a processor, and as many again as soon as it does
 * not: questions that wait for a slow source take up places, but no time of anybody else.
 */
final class Admission implements AutoCloseable {
    static final String COME_BACK = "Asktrail has as many questions as it can work on just now. Ask again in a second.";
    static final Duration COME_BACK_IN = Duration.ofSeconds(1);
    /** Enough to keep all processors busy while some of the questions wait for a source, or for neighbours on the machine. */
    private static final int FEWEST_FOR_EACH_PROCESSOR = 4;

    /** About as many as are let in within the wait of one: who comes after them would wait in vain. */
    private static final int WAITING_FOR_EACH_PROCESSOR = 8;

    /** Answers from what is kept at once that need no place: far more than keep the processors busy, and not any number. */
    private static final int PASSING_FOR_EACH_PROCESSOR = 32;

    private static final int TAKEN_AWAY_AT_ONCE = 8; // an eighth

    private final AdaptiveThrottle throttle =
            new AdaptiveThrottle(() -> ThreadLocalRandom.current().nextDouble());
    private final Shrinking places;
    private final Semaphore passing;
    private final int most;
    private final int fewest;
    private final int mostWaiting;
    private final Duration patience;
    private final Duration longestWait;
    private final ProcessorQueue processors;
    private volatile int open;

    /** A semaphore that is told to have fewer permits even while they are in use. */
    private static final class Shrinking extends Semaphore {
        private static final long serialVersionUID = 1;

        Shrinking(int places) {
            super(places, true);
        }

        void shrink(int by) {
            reducePermits(by);
        }
    }

    /**
     * @param most places there may be
     * @param patience how long one more waits; 0 not at all
     * @param longestWait for a processor; while all wait longer there are fewer places
     */
    Admission(int most, Duration patience, Duration longestWait) {
        this.places = new Shrinking(most);
        this.passing =
                new Semaphore(PASSING_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors());
        this.most = most;
        this.open = most;
        this.fewest =
                Math.min(most, FEWEST_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors());
        this.mostWaiting = WAITING_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
        this.patience = patience;
        this.longestWait = longestWait;
        this.processors = new ProcessorQueue(this::adjust);
    }

    /** Given back when it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** One question on its way. It needs a place only once there is something to work out for it. */
    interface Turn extends AutoCloseable {
        /**
         * Before anything is worked out; once there is a place, there is.
         *
         * @throws SuiteException {@link ErrorCode#RATE_LIMITED} if all places are taken
         */
        void takePlace();

        @Override
        void close();
    }

    /** Of a question that nobody waits for, and that takes nobody's place. */
    static final Turn OF_NOBODY = new Turn() {
        @Override
        public void takePlace() {}

        @Override
        public void close() {}
    };

    /** Passes, as long as there are not too many of its kind, and gives that up for a place. Used by one thread. */
    private final class Passing implements Turn {
        private boolean passes = passing.tryAcquire();
        private @Nullable Place place;

        @Override
        public void takePlace() {
            if (place == null) {
                pass();
                place = enter();
            }
        }

        private void pass() {
            if (passes) {
                passes = false;
                passing.release();
            }
        }

        @Override
        public void close() {
            pass();
            if (place != null) {
                place.close();
            }
        }
    }

    /**
     * Begins with a question, without a place yet: what is kept is given out without one. Only where very many are given out
     * at once one more has to wait like any other, so that too many are still noticed and sent away.
     *
     * @throws SuiteException {@link ErrorCode#RATE_LIMITED} if there are too many of all kinds
     */
    Turn arrive() {
        var turn = new Passing();
        if (!turn.passes) {
            turn.takePlace();
        }
        return turn;
    }

    /** @throws SuiteException {@link ErrorCode#RATE_LIMITED} if all places are taken */
    Place enter() {
        try {
            if (places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return places::release;
            }
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away before its turn came.", gone);
        }
        throttle.sentAway();
        throw new SuiteException(ErrorCode.RATE_LIMITED, COME_BACK, null, COME_BACK_IN);
    }

    /**
     * Whether one who has just come is sent away before anything is spent on it, as it would most likely get no place; a guess
     * that costs nothing.
     */
    boolean sendsAway() {
        throttle.came();
        var away = places.availablePermits() <= 0 && (throttle.picks() || places.getQueueLength() >= mostWaiting);
        if (away) {
            throttle.sentAway();
        }
        return away;
    }

    /** @param wait for a processor, the shortest that was seen just now; called by one thread */
    void adjust(Duration wait) {
        if (wait.compareTo(longestWait) > 0) {
            var fewer = Math.min(open - fewest, Math.max(1, open / TAKEN_AWAY_AT_ONCE));
            places.shrink(fewer);
            open -= fewer;
        } else if (open < most && places.availablePermits() <= 0) {
            places.release();
            open++;
        }
        // Where all places are taken by those who wait for a source, sending away inside takes no time of anybody else.
        throttle.look(open < most);
    }

    /** How many places there are now. */
    int open() {
        return open;
    }

    @Override
    public void close() {
        processors.close();
    }
}
