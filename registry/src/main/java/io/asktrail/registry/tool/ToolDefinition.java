package io.asktrail.registry.tool;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.ToolId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something a plan may call.
 *
 * @param agent which agent serves it
 * @param connectionRef the name of the configured connection behind it; never an address or a secret
 * @param auth how the agent proves itself there, as words for the operator
 * @param latencyHintMs what a call usually takes; the planner takes the cheapest source that will do
 * @param retries whether and how often a failed call may be repeated
 * @param cacheSeconds for how long a result answers equal steps; null for the usual minute, 0 for never
 * @param rls whether the source narrows rows itself, beside the predicates in the query
 * @param joinKeys dimensions its results may be joined on with other tools'
 */
public record ToolDefinition(
        @JsonProperty("tool_id") ToolId id,
        Kind kind,
        Agent agent,
        String purpose,
        @JsonProperty("connection_ref") @Nullable String connectionRef,
        @Nullable String auth,
        Quotas quotas,
        @JsonProperty("latency_hint_ms") int latencyHintMs,
        Retries retries,
        @JsonProperty("cache_seconds") @Nullable Integer cacheSeconds,
        boolean rls,
        @JsonProperty("join_keys") List<DimensionId> joinKeys,
        @JsonProperty("observability_tags") List<String> observabilityTags,
        @Nullable String freshness,
        List<Capability> capabilities) {
    /** What kind of thing is called. */
    public enum Kind {
        @JsonProperty("api")
        API,
        @JsonProperty("sql")
        SQL,
        @JsonProperty("compute")
        COMPUTE,
        @JsonProperty("file")
        FILE
    }

    /** The agents that can serve tools. */
    public enum Agent {
        @JsonProperty("ads")
        ADS,
        @JsonProperty("sales")
        SALES,
        @JsonProperty("compute")
        COMPUTE;

        /** The name of the service, as trails and logs call it. */
        public String serviceName() {
            return "agent-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Calls a minute, calls at once, and the most rows a call may give.
     *
     * @param maxExportRows the most rows of a file; null for the usual two million
     * @param upstream what the agent may ask of the service behind it while it keeps its store; null if there is none
     */
    public record Quotas(
            int rpm,
            int burst,
            @JsonProperty("max_result_rows") int maxResultRows,
            @JsonProperty("max_export_rows") @Nullable Integer maxExportRows,
            @Nullable Upstream upstream) {
        private static final int USUAL_EXPORT_ROWS = 2_000_000;

        public Quotas(int rpm, int burst, int maxResultRows) {
            this(rpm, burst, maxResultRows, null, null);
        }

        /** The most rows of a file: files are written as rows come, so these may be many more. */
        public int exportRows() {
            return maxExportRows == null ? USUAL_EXPORT_ROWS : maxExportRows;
        }
    }

    /** Requests a minute, and requests under way at once. */
    public record Upstream(int rpm, @JsonProperty("at_once") int atOnce) {}

    /** @param safe whether a repeated call changes nothing */
    public record Retries(boolean safe, int max) {}

    private static final Duration USUALLY_CACHED = Duration.ofSeconds(60);

    public ToolDefinition {
        joinKeys = joinKeys == null ? List.of() : List.copyOf(joinKeys);
        observabilityTags = observabilityTags == null ? List.of() : List.copyOf(observabilityTags);
        capabilities = List.copyOf(capabilities);
    }

    /** For how long a result of the same data answers equal steps. */
    public Duration cachedFor() {
        return cacheSeconds == null ? USUALLY_CACHED : Duration.ofSeconds(cacheSeconds);
    }

    public Optional<Capability> capability(String name) {
        return capabilities.stream()
                .filter(capability -> capability.name().equals(name))
                .findFirst();
    }
}
