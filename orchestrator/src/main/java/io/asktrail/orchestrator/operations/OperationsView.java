package io.asktrail.orchestrator.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.SchemaDrift;
import io.asktrail.orchestrator.audit.AuditStatus;
import io.asktrail.orchestrator.freshness.SourceFreshness;
import io.asktrail.orchestrator.tools.BreakerState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the service has been doing, and how it stands. The past comes from the audit, which lags by a moment.
 *
 * @param drift the differences that the last look at the sources found; null before the first
 */
public record OperationsView(
        Instant from,
        Instant to,
        Questions questions,
        List<StageLatency> latency,
        CacheUses cache,
        ModelUse model,
        List<AgentState> agents,
        List<Breaker> breakers,
        List<Sync> sync,
        List<Failing> failing,
        @Nullable List<SchemaDrift> drift) {

    /** Every hour of the time, those without a question too. */
    public record Questions(@JsonProperty("per_hour") List<Hour> perHour) {}

    /** @param hour its beginning, in UTC */
    public record Hour(Instant hour, long answered, long partial, long clarification, long refused, long failed) {}

    /** Stages of a request, in their order. */
    public enum Stage {
        @JsonProperty("reading")
        READING,
        @JsonProperty("planning")
        PLANNING,
        @JsonProperty("steps")
        STEPS,
        @JsonProperty("composing")
        COMPOSING,
        @JsonProperty("total")
        TOTAL
    }

    /**
     * @param p50 in milliseconds, between the two nearest values; null if no request went through the stage
     * @param count how many did
     */
    public record StageLatency(
            Stage stage,
            @JsonProperty("p50_ms") @Nullable BigDecimal p50,
            @JsonProperty("p95_ms") @Nullable BigDecimal p95,
            long count) {}

    /** Answers by whether their numbers were at hand. */
    public record CacheUses(long hit, long miss, long joined) {}

    /**
     * @param cost in the currency of the models' prices
     * @param currency null as long as no setting names it
     */
    public record ModelUse(
            long calls,
            long tokens,
            BigDecimal cost,
            @Nullable String currency) {}

    /** Whether an agent is there. */
    public enum Health {
        @JsonProperty("up")
        UP,
        @JsonProperty("down")
        DOWN,
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** @param latencyMs how long it took to say so; null if it was not asked, or said nothing */
    public record AgentState(
            String id,
            Health state,
            @JsonProperty("latency_ms") @Nullable Long latencyMs,
            @Nullable String detail) {}

    /** Whether a tool is called. */
    public record Breaker(String tool, BreakerState state) {}

    /** @param behind how many days are missing, in words */
    public record Sync(
            String source,
            SourceFreshness.State state,
            @JsonProperty("last_success") @Nullable Instant lastSuccess,
            @Nullable String behind) {}

    /** @param answerId null if it came to no answer */
    public record Failing(
            @JsonProperty("answer_id") @Nullable String answerId,
            @Nullable String question,
            AuditStatus status,
            @Nullable ErrorCode code,
            @JsonProperty("asked_at") Instant askedAt,
            String sub) {}
}
