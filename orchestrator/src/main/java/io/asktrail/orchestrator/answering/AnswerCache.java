package io.asktrail.orchestrator.answering;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.answer.AnswerStatus;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.ask.Language;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.task.TaskSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Results of tasks, kept for a short while. The rights are part of the key, so nothing crosses from one set of rights
 * to another; a task that is being worked out already is waited for instead of begun again.
 */
final class AnswerCache {
    private final Cache<Key, CompletableFuture<WorkedOut>> kept;
    private final Clock clock;

    AnswerCache(Duration keep, long maxEntries, Clock clock) {
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(keep)
                .maximumSize(maxEntries)
                .build();
        this.clock = clock;
    }

    /**
     * @param access fingerprint of what the caller may see
     * @param data the state of the data of all agents
     * @param language of the words
     */
    public record Key(TaskSpec task, String access, String registryVersion, String data, Language language) {}

    /** A result and whether it was at hand. */
    public record Found(WorkedOut result, CacheUse use) {}

    /** What came of the task: kept, waited for, or worked out now by the caller's own thread. */
    Found get(Key key, Deadline deadline, Supplier<WorkedOut> work) {
        while (true) {
            var own = new CompletableFuture<WorkedOut>();
            var other = kept.asMap().putIfAbsent(key, own);
            if (other == null) {
                return new Found(workOut(key, own, work), CacheUse.MISS);
            }
            var use = other.isDone() ? CacheUse.HIT : CacheUse.JOINED;
            try {
                return new Found(waitFor(other, deadline), use);
            } catch (ExecutionException failed) {
                // The one that was waited for gave up, for its own reasons; this caller tries itself.
                kept.asMap().remove(key, other);
            }
        }
    }

    /** Whether the task is worked out, or being worked out by somebody. */
    boolean has(Key key) {
        return kept.getIfPresent(key) != null;
    }

    /** What is kept of the task, if it is worked out. */
    Optional<WorkedOut> peek(Key key) {
        var found = kept.getIfPresent(key);
        return found == null || found.state() != Future.State.SUCCESS
                ? Optional.empty()
                : Optional.of(found.resultNow());
    }

    private WorkedOut workOut(Key key, CompletableFuture<WorkedOut> own, Supplier<WorkedOut> work) {
        try {
            var result = work.get();
            if (result.status() != AnswerStatus.ANSWERED) {
                kept.asMap().remove(key, own);
            }
            own.complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            kept.asMap().remove(key, own);
            own.completeExceptionally(failure);
            throw failure;
        }
    }

    private WorkedOut waitFor(CompletableFuture<WorkedOut> other, Deadline deadline) throws ExecutionException {
        try {
            return other.get(Math.max(1, deadline.remaining(clock).toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new SuiteException(
                    ErrorCode.DEADLINE_PASSED, "The same question is still being worked out. Try again.", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SuiteException(ErrorCode.CANCELLED, "The caller went away, so the work was stopped.", stopped);
        }
    }
}
