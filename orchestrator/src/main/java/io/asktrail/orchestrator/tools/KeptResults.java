package io.asktrail.orchestrator.tools;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Rows of steps, kept for as long as their tool allows. Equal steps at the same time run once; what fails is told to
 * nobody but the one who ran it.
 */
public final class KeptResults {
    // Rows are counted in cells: a result of 200,000 rows must not push out everything else.
    private static final long LARGEST_CELLS = 400_000;

    private final Cache<StepKey, Entry> kept;
    private final SharedResults shared;
    private final Clock clock;

    /** @param mostCells how many cells of results are kept in memory, over all */
    public KeptResults(long mostCells, SharedResults shared, Clock clock) {
        this.kept = Caffeine.newBuilder()
                .maximumWeight(mostCells)
                .weigher((StepKey _, Entry entry) -> entry.weight())
                .expireAfter(Expiry.writing((StepKey _, Entry entry) -> entry.keep))
                .build();
        this.shared = shared;
        this.clock = clock;
    }

    private record Entry(CompletableFuture<StepResult.Rows> rows, Duration keep) {
        int weight() {
            return rows.isDone() && !rows.isCompletedExceptionally() ? Math.toIntExact(cells(rows.join())) : 1;
        }
    }

    /** What is kept, or is being fetched by somebody else, or comes of the work now. */
    public ToolCall get(StepKey key, Duration keep, Deadline deadline, Supplier<ToolCall> work) {
        if (keep.isZero()) {
            return work.get();
        }
        while (true) {
            var own = new Entry(new CompletableFuture<>(), keep);
            var other = kept.asMap().putIfAbsent(key, own);
            if (other == null) {
                return fetch(key, own, work);
            }
            var use = other.rows.isDone() ? CacheUse.HIT : CacheUse.JOINED;
            try {
                return new ToolCall(waitFor(other.rows, deadline), 0, use);
            } catch (ExecutionException failed) {
                // The one who was waited for got nothing, for reasons that may be its own; this one tries itself.
                kept.asMap().remove(key, other);
            }
        }
    }

    private ToolCall fetch(StepKey key, Entry own, Supplier<ToolCall> work) {
        try {
            var found = shared.find(key);
            var call = found.<ToolCall>map(rows -> new ToolCall(rows, 0, CacheUse.HIT))
                    .orElseGet(work);
            if (call.result() instanceof StepResult.Rows rows) {
                own.rows.complete(rows);
                keep(key, own, rows, found.isEmpty());
            } else {
                forget(key, own, new SuiteException(ErrorCode.INPUT_MISSING, "The step gave nothing."));
            }
            return call;
        } catch (RuntimeException | Error failure) {
            forget(key, own, failure);
            throw failure;
        }
    }

    private void keep(StepKey key, Entry own, StepResult.Rows rows, boolean isNew) {
        // What is short of something that is still to come is good for this answer alone.
        if (cells(rows) > LARGEST_CELLS || rows.notes().stream().anyMatch(Note::tellsOfAGap)) {
            kept.asMap().remove(key, own);
            return;
        }
        kept.asMap().replace(key, own, new Entry(own.rows, own.keep)); // weighed anew, now that it has rows
        if (isNew) {
            shared.keep(key, rows, own.keep);
        }
    }

    private void forget(StepKey key, Entry own, Throwable failure) {
        kept.asMap().remove(key, own);
        own.rows.completeExceptionally(failure);
    }

    private StepResult.Rows waitFor(CompletableFuture<StepResult.Rows> other, Deadline deadline)
            throws ExecutionException {
        try {
            return other.get(Math.max(1, deadline.remaining(clock).toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SuiteException(
                    ErrorCode.DEADLINE_PASSED, "The same data are still being fetched. Try again in a moment.", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away, so the work was stopped.", stopped);
        }
    }

    private static long cells(StepResult.Rows rows) {
        return 1 + rows.rowCount() * rows.table().columns().size();
    }
}
