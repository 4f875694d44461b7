package io.asktrail.service.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.result.StepResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * What a step gave the first time it was called, for a repetition whose first reply was lost on the way. Only the same
 * caller with the same rights, the same key and the same request is a repetition; what failed may be tried again.
 */
public final class FirstResults {
    private static final Duration KEPT = Duration.ofMinutes(2);

    private final Cache<Key, Entry> first;

    /** @param mostCells how many cells of rows are kept, over all; a larger result is given once and not kept */
    public FirstResults(long mostCells) {
        this.first = Caffeine.newBuilder()
                .maximumWeight(mostCells)
                .weigher((Key _, Entry entry) -> entry.cells)
                .expireAfterWrite(KEPT)
                .executor(Runnable::run) // a large result makes room at once, not some time later
                .build();
    }

    /** @param caller with all rights, so that a key that is known opens nothing */
    private record Key(Caller caller, String idempotencyKey, Object request) {}

    private record Entry(CompletableFuture<StepResult> result, int cells) {}

    /** The first result of the call, or of one like it that is under way, or of the work. */
    public StepResult of(CallContext call, Object request, Supplier<StepResult> work) {
        var key = new Key(call.caller(), call.idempotencyKey(), request);
        var own = new Entry(new CompletableFuture<>(), 1);
        while (true) {
            var other = first.asMap().putIfAbsent(key, own);
            if (other == null) {
                return run(key, own, work);
            }
            try {
                return other.result.get();
            } catch (ExecutionException failed) {
                first.asMap().remove(key, other);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return work.get(); // which stops at once, in its own words
            }
        }
    }

    private StepResult run(Key key, Entry own, Supplier<StepResult> work) {
        try {
            var result = work.get();
            switch (result) {
                case StepResult.Rows rows -> first.asMap().replace(key, own, new Entry(own.result, cells(rows)));
                case StepResult.Missing _ -> first.asMap().remove(key, own);
            }
            own.result.complete(result);
            return result;
        } catch (RuntimeException | Error failure) {
            first.asMap().remove(key, own);
            own.result.completeExceptionally(failure);
            throw failure;
        }
    }

    private static int cells(StepResult.Rows rows) {
        return Math.toIntExact(1 + rows.rowCount() * rows.table().columns().size());
    }
}
