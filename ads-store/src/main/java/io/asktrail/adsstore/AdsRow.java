package io.asktrail.adsstore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
     * How a target meets a search: a keyword as closely as its bidder chose, {@link #AUTO} where Amazon chooses searches and
     * products by itself, {@link #PRODUCT} where the bidder chose products, their category or their brand. Amazon makes new
     * ones: one that is not known here stays what Amazon calls it, as it would be counted wrong under any other name.
     *
     * @param text as the store and the registry write it
     */
    record MatchType(String text) {
        public static final MatchType EXACT = new MatchType("exact");
        public static final MatchType PHRASE = new MatchType("phrase");
        public static final MatchType BROAD = new MatchType("broad");
        public static final MatchType AUTO = new MatchType("auto");
        public static final MatchType PRODUCT = new MatchType("product target");

        /** What Amazon targets by itself, as reports and exports call it. */
        private static final Set<String> GROUPS_OF_AMAZON =
                Set.of("close-match", "loose-match", "substitutes", "complements");

        /** As in {@code asin="B0…"} and {@code category="…" price>100}. */
        private static final Pattern EXPRESSION = Pattern.compile("^[a-z-]+ *[=<>]");

        public MatchType {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a match type has a name");
            }
        }

        /**
         * @param called what Amazon calls it; null, empty or a dash where it calls it nothing, as console exports do for all
         *     but keywords
         * @param target the keyword, or the expression, which alone tells products from Amazon's own groups where the
         *     match type is not called anything
         */
        public static MatchType ofAmazon(@Nullable String called, String target) {
            var plain = called == null ? "" : called.strip().toLowerCase(Locale.ROOT);
            return switch (plain) {
                case "theme", "targeting_expression_predefined" -> AUTO;
                case "targeting_expression" -> GROUPS_OF_AMAZON.contains(plain(target)) ? AUTO : PRODUCT;
                case "", "-" -> EXPRESSION.matcher(plain(target)).find() ? PRODUCT : AUTO;
                default -> new MatchType(plain);
            };
        }

        private static String plain(String target) {
            return target.strip().toLowerCase(Locale.ROOT);
        }
    }
}
