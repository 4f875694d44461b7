package io.asktrail.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step gave. That something is missing is an ordinary outcome: the answer becomes partial. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepResult.Rows.class, name = "rows"),
    @JsonSubTypes.Type(value = StepResult.Missing.class, name = "missing")
})
public sealed interface StepResult {
    /**
     * @param truncated whether the row limit cut the result
     * @param query what ran, for the trail; null for arithmetic
     * @param verdicts what the query guardrails said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rows(
            Table table,
            @JsonProperty("row_count") long rowCount,
            boolean truncated,
            @Nullable Freshness freshness,
            List<Note> notes,
            @Nullable String query,
            List<RuleVerdict> verdicts,
            @JsonProperty("took_ms") long tookMs)
            implements StepResult {
        public Rows {
            notes = List.copyOf(notes);
            verdicts = List.copyOf(verdicts);
        }
    }

    /** @param reason a sentence a person can act on */
    record Missing(ErrorCode code, String reason) implements StepResult {}
}
