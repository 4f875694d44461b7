package io.asktrail.adsstore;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the store keeps it.
 *
 * @param id Amazon's, or one of {@link ExportedIds} for a campaign that only an export told of
 * @param geo the state it is aimed at; null for a national one
 * @param dailyBudget null if it has none or nobody told
 */
public record StoredCampaign(
        long id,
        String name,
        AdChannel channel,
        Status status,
        @Nullable String geo,
        @Nullable BigDecimal dailyBudget,
        @Nullable LocalDate startDate) {

    public enum Status {
        ENABLED,
        PAUSED,
        ARCHIVED;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
