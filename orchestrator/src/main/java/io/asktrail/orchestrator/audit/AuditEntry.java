package io.asktrail.orchestrator.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.answer.CacheUse;
import io.asktrail.contracts.answer.Cost;
import io.asktrail.contracts.caller.Channel;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.reading.Reading;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit.
 *
 * @param id tells apart what was asked in the same moment; the line is written once however often it is tried
 * @param question the words as they came; null if none were involved
 * @param code why it was refused or failed; null otherwise
 * @param task what was answered, or what the words were taken for
 * @param readBy who read the words; null if there were none
 * @param rows of the answer's table; null if it has none
 * @param cache null if nothing was worked out
 * @param answerId null if no answer was made: the caller had it already, or it failed
 */
record AuditEntry(
        Instant askedAt,
        String id,
        String sub,
        List<Role> roles,
        Channel channel,
        AuditKind kind,
        @Nullable String question,
        AuditStatus status,
        @Nullable ErrorCode code,
        @Nullable TaskSpec task,
        Reading.@Nullable By readBy,
        @Nullable BigDecimal confidence,
        @Nullable Plan plan,
        Timings timings,
        @Nullable Integer rows,
        @Nullable CacheUse cache,
        Cost cost,
        @Nullable String answerId,
        @Nullable String registryVersion,
        @Nullable String traceId) {

    /**
     * Milliseconds, by stage. A stage that was not gone through is null: an answer from what is kept has neither planning
     * nor steps.
     *
     * @param composing writing, checking and keeping the answer
     */
    record Timings(
            @JsonProperty("reading_ms") @Nullable BigDecimal reading,
            @JsonProperty("planning_ms") @Nullable BigDecimal planning,
            @JsonProperty("steps_ms") @Nullable BigDecimal steps,
            @JsonProperty("composing_ms") @Nullable BigDecimal composing,
            @JsonProperty("total_ms") BigDecimal total) {}
}
