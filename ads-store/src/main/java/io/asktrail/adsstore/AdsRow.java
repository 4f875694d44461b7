package io.asktrail.adsstore;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of a report: a day of a campaign, whole or by one of its parts. */
public sealed interface AdsRow {
    LocalDate date();

    long campaignId();

    AdMeasures measures();

    /** @param budget the day's budget as the report gives it; null if it gives none */
    record OfCampaign(
            LocalDate date,
            long campaignId,
            AdMeasures measures,
            @Nullable BigDecimal budget) implements AdsRow {}

    /** @param sku the advertised product */
    record OfProduct(LocalDate date, long campaignId, String sku, AdMeasures measures) implements AdsRow {}

    /** @param keyword the keyword, or the expression of an automatic or product target */
    record OfTarget(
            LocalDate date, long campaignId, String adGroup, String keyword, MatchType matchType, AdMeasures measures)
            implements AdsRow {}

    record OfSearchTerm(
            LocalDate date,
            long campaignId,
            String adGroup,
            String keyword,
            MatchType matchType,
            String searchTerm,
            AdMeasures measures)
            implements AdsRow {}

    record OfPlacement(LocalDate date, long campaignId, String placement, AdMeasures measures) implements AdsRow {}

    /** How a target meets a search; {@code auto} for what Amazon targets by itself and for products. */
    enum MatchType {
        EXACT,
        PHRASE,
        BROAD,
        AUTO;

        /** As the store and the registry write it. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
