package io.asktrail.cli.answer;

import io.asktrail.contracts.reading.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came about.
 *
 * @param readBy {@code rules}, {@code verified} or {@code model}; null if no language was involved
 * @param stopped rules that stopped something, with their reasons
 */
public record Explanation(
        @Nullable String readBy,
        @Nullable String confidence,
        List<Span> spans,
        @Nullable String task,
        List<PlannedStep> plan,
        List<TakenStep> trail,
        List<String> stopped,
        int rulesPassed,
        List<String> policies,
        List<String> freshness,
        @Nullable String registryVersion,
        @Nullable String traceId) {
    /** @param from the steps whose rows it works on */
    public record PlannedStep(String id, String tool, List<String> from) {}

    /** What became of a step. */
    public record TakenStep(
            String id,
            String agent,
            String rows,
            String ms,
            String cache,
            @Nullable String error,
            @Nullable String query) {}

    public Explanation {
        spans = List.copyOf(spans);
        plan = List.copyOf(plan);
        trail = List.copyOf(trail);
        stopped = List.copyOf(stopped);
        policies = List.copyOf(policies);
        freshness = List.copyOf(freshness);
    }
}
