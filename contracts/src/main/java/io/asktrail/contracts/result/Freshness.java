package io.asktrail.contracts.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which days a source holds, and since when its numbers may still move.
 *
 * @param source the table as people know it, e.g. {@code Amazon Ads, by campaign}
 * @param coveredFrom first day held; null if the source is empty
 * @param provisionalFrom first day whose numbers may still be restated; null if all are final
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Freshness(
        String source,
        @JsonProperty("covered_from") @Nullable LocalDate coveredFrom,
        @JsonProperty("covered_to") @Nullable LocalDate coveredTo,
        @JsonProperty("loaded_at") @Nullable Instant loadedAt,
        @JsonProperty("provisional_from") @Nullable LocalDate provisionalFrom) {}
