package io.asktrail.contracts.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as a client may write it: everything but the metrics may be left out, a relative range stands for dates.
 * The orchestrator resolves it into a {@link TaskSpec}.
 *
 * @param asOf the date that counts as today; the clock's if null
 * @param waiting false to be given a run at once, which is followed at {@code /v1/runs}; true if null
 */
public record TaskRequest(
        @Nullable Intent intent,
        @Nullable List<MetricId> metrics,
        @JsonProperty("group_by") @Nullable List<DimensionId> groupBy,
        @Nullable Entities entities,
        @Nullable Time time,
        @Nullable Compare compare,
        @Nullable List<Filter> filters,
        @JsonProperty("order_by") @Nullable List<Ordering> orderBy,
        @Nullable Integer limit,
        @Nullable List<Scope> scopes,
        @Nullable List<Calculation> calculations,
        @Nullable Diagnosis diagnosis,
        @Nullable Help help,
        @Nullable Export export,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conversion currency,
        @JsonProperty("as_of") @Nullable LocalDate asOf,
        @JsonProperty("wait") @Nullable Boolean waiting) {
    /** The same with another today, and a caller who does not care when it comes. */
    public TaskRequest asOf(LocalDate today) {
        return new TaskRequest(
                intent,
                metrics,
                groupBy,
                entities,
                time,
                compare,
                filters,
                orderBy,
                limit,
                scopes,
                calculations,
                diagnosis,
                help,
                export,
                currency,
                today,
                null);
    }

    /** Whether the caller stays for the answer, as usual; else the run goes on without. */
    public boolean waits() {
        return waiting == null || waiting;
    }

    /** Dates, or a relative range such as {@code last_month}, or neither: the default period. */
    public record Time(
            @Nullable LocalDate start,
            @Nullable LocalDate end,
            @Nullable String tz,
            @Nullable String range,
            @Nullable Grain grain) {}

    /** A comparison whose dates may be left out unless it is {@link Comparison.Kind#EXPLICIT}. */
    public record Compare(
            Comparison.Kind kind,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {}
}
