package io.asktrail.router.neighbour;

import io.asktrail.personal.PersonalData;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.ai.embedding.EmbeddingModel;

/**
 * Any embedding model of Spring AI. What goes out is phrases without names, days and numbers, personal data hidden. A
 * model that fails again and again is left alone for a while.
 */
public final class ModelEmbedding implements Embedding {
    /** So many phrases in one call, as services allow. */
    private static final int BATCH = 128;

    private static final int FAILURES = 3;

    private final String name;
    private final Supplier<EmbeddingModel> model;
    private final Duration timeout;
    private final CircuitBreaker breaker;

    /**
     * @param name tells the model's vectors from those of others
     * @param model made with the first call
     */
    public ModelEmbedding(String name, Supplier<EmbeddingModel> model, Duration timeout, Duration rest) {
        this.name = name;
        this.model = model;
        this.timeout = timeout;
        breaker = CircuitBreaker.of(
                "embedding-model",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(FAILURES)
                        .minimumNumberOfCalls(FAILURES)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> embed(List<String> phrases) {
        var vectors = new ArrayList<float[]>(phrases.size());
        for (var at = 0; at < phrases.size(); at += BATCH) {
            vectors.addAll(batch(phrases.subList(at, Math.min(phrases.size(), at + BATCH))));
        }
        return vectors;
    }

    private List<float[]> batch(List<String> phrases) {
        try {
            return breaker.executeSupplier(() -> asked(phrases));
        } catch (CallNotPermittedException resting) {
            throw new EmbeddingUnavailable("left alone after failing", resting);
        }
    }

    // A client's own timeout starts again with every byte that arrives; this one does not.
    private List<float[]> asked(List<String> phrases) {
        var hidden = phrases.stream().map(PersonalData::mask).toList();
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var reply = thread.submit(() -> model.get().embed(hidden));
            try {
                return checked(reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS), phrases.size());
            } catch (TimeoutException slow) {
                thread.shutdownNow();
                throw new EmbeddingUnavailable("slow", slow);
            } catch (ExecutionException failure) {
                throw new EmbeddingUnavailable("failed", failure);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddingUnavailable("stopped", stopped);
        }
    }

    private static List<float[]> checked(List<float[]> vectors, int phrases) {
        var length = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        var areVectors = vectors.size() == phrases
                && length > 0
                && vectors.stream()
                        .allMatch(vector -> vector.length == length && Double.isFinite(Vectors.dot(vector, vector)));
        if (!areVectors) {
            throw new EmbeddingUnavailable(
                    "of no use",
                    new IllegalArgumentException("%d vectors for %d phrases".formatted(vectors.size(), phrases)));
        }
        return vectors.stream().map(Vectors::unit).toList();
    }
}
