package io.asktrail.ads.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the sync is.
 *
 * @param lastStarted null if it never ran
 * @param lastFinished null while it runs, or after it was ended in the middle
 * @param error why nothing at all could be fetched; null if the login was good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncStatus(
        @JsonProperty("last_started") @Nullable Instant lastStarted,
        @JsonProperty("last_finished") @Nullable Instant lastFinished,
        @JsonProperty("next_run") @Nullable Instant nextRun,
        @Nullable String error,
        List<Account> accounts) {
    public SyncStatus {
        accounts = List.copyOf(accounts);
    }

    /** @param troubles of what else than reports is fetched: the lists of campaigns */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(
            @JsonProperty("profile_id") String profileId, String name, List<Report> reports, List<String> troubles) {
        public Account {
            reports = List.copyOf(reports);
            troubles = List.copyOf(troubles);
        }
    }

    /**
     * @param coveredFrom first day that is there; null if none is
     * @param missingDays days between the first and the last that are not there
     * @param pending reports that Amazon is making or will be asked for
     * @param lastLoaded when days of it came last
     * @param retryAt when one that failed is asked for again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            String report,
            @JsonProperty("covered_from") @Nullable LocalDate coveredFrom,
            @JsonProperty("covered_to") @Nullable LocalDate coveredTo,
            @JsonProperty("missing_days") int missingDays,
            int pending,
            @JsonProperty("last_loaded") @Nullable Instant lastLoaded,
            @JsonProperty("retry_at") @Nullable Instant retryAt,
            @Nullable String error) {}

    /** Whether all that was to be fetched is there. */
    @JsonProperty("complete")
    public boolean isComplete() {
        return lastFinished != null
                && error == null
                && accounts.stream()
                        .allMatch(account -> account.troubles().isEmpty()
                                && account.reports().stream().allMatch(one -> one.pending() == 0));
    }
}
