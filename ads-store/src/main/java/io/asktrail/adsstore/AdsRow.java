package io.asktrail.adsstore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
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

    /**
     * How a target meets a search; {@link #AUTO} for what Amazon targets by itself and for products. Amazon makes new ones:
     * one that is not known here stays what Amazon calls it, as it would be counted wrong under any other name.
     *
     * @param text as the store and the registry write it
     */
    record MatchType(String text) {
        public static final MatchType EXACT = new MatchType("exact");
        public static final MatchType PHRASE = new MatchType("phrase");
        public static final MatchType BROAD = new MatchType("broad");
        public static final MatchType AUTO = new MatchType("auto");

        public MatchType {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a match type has a name");
            }
        }

        /** @param called what Amazon's reports call it; null or empty where they call it nothing */
        public static MatchType ofAmazon(@Nullable String called) {
            var plain = called == null ? "" : called.strip().toLowerCase(Locale.ROOT);
            return switch (plain) {
                case "", "-", "theme", "targeting_expression", "targeting_expression_predefined" -> AUTO;
                default -> new MatchType(plain);
            };
        }
    }
}
