package io.asktrail.ads.amazon;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.adsstore.AdMeasures;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.AdsRow.MatchType;
import io.asktrail.adsstore.AdsTable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A row of a report while its fields come in. A measure that is null is none: Amazon leaves it so where nothing was. */
final class RowDraft {
    private @Nullable LocalDate date;
    private @Nullable Long campaignId;
    private @Nullable String sku;
    private @Nullable String adGroup;
    private @Nullable String keyword;
    private @Nullable String matchType;
    private @Nullable String searchTerm;
    private @Nullable String placement;
    private @Nullable BigDecimal budget;
    private long impressions;
    private long clicks;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal sales = BigDecimal.ZERO;
    private long orders;
    private long units;
    private long ntbOrders;

    /** Takes the value that the parser stands at. */
    void take(ReportColumn column, JsonParser at) {
        if (at.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        switch (column) {
            case DATE -> date = day(at.getString());
            case CAMPAIGN_ID -> campaignId = whole(at);
            case SKU -> sku = at.getString();
            case AD_GROUP -> adGroup = at.getString();
            case KEYWORD -> keyword = at.getString();
            case MATCH_TYPE -> matchType = at.getString();
            case SEARCH_TERM -> searchTerm = at.getString();
            case PLACEMENT -> placement = at.getString();
            case IMPRESSIONS -> impressions = whole(at);
            case CLICKS -> clicks = whole(at);
            case COST -> cost = decimal(at);
            case SALES -> sales = decimal(at);
            case ORDERS -> orders = whole(at);
            case UNITS -> units = whole(at);
            case NTB_ORDERS -> ntbOrders = whole(at);
            case BUDGET -> budget = decimal(at);
        }
    }

    /** @throws AmazonException {@link Trouble#BAD_FILE} where something is missing that makes the row one of this table */
    AdsRow row(AdsTable table) {
        var day = needed(date, "date");
        var campaign = needed(campaignId, "campaignId");
        var measures = new AdMeasures(impressions, clicks, cost, sales, orders, units, ntbOrders);
        return switch (table) {
            case CAMPAIGN_DAILY -> new AdsRow.OfCampaign(day, campaign, measures, budget);
            case PRODUCT_DAILY -> new AdsRow.OfProduct(day, campaign, needed(sku, "the advertised SKU"), measures);
            case TARGETING_DAILY ->
                new AdsRow.OfTarget(
                        day,
                        campaign,
                        needed(adGroup, "adGroupName"),
                        needed(keyword, "targeting"),
                        MatchType.ofAmazon(matchType, needed(keyword, "targeting")),
                        measures);
            case SEARCH_TERM_DAILY ->
                new AdsRow.OfSearchTerm(
                        day,
                        campaign,
                        needed(adGroup, "adGroupName"),
                        needed(keyword, "targeting"),
                        MatchType.ofAmazon(matchType, needed(keyword, "targeting")),
                        needed(searchTerm, "searchTerm"),
                        measures);
            case PLACEMENT_DAILY ->
                new AdsRow.OfPlacement(day, campaign, placed(needed(placement, "placementClassification")), measures);
        };
    }

    /** As the console and people call it. */
    private static String placed(String classification) {
        return switch (classification) {
            case "Top of Search on-Amazon" -> "Top of Search";
            case "Detail Page on-Amazon" -> "Detail Page";
            case "Other on-Amazon" -> "Rest of Search";
            default -> classification;
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad("has a date that is none", e);
        }
    }

    /** Ids have up to 64 bits, which a binary fraction would lose; some interfaces write them as text. */
    private static long whole(JsonParser at) {
        return switch (at.currentToken()) {
            case VALUE_NUMBER_INT -> at.getLongValue();
            case VALUE_NUMBER_FLOAT -> at.getDecimalValue().longValueExact();
            case VALUE_STRING -> Long.parseLong(at.getString());
            default -> throw bad("has a %s where a whole number belongs".formatted(at.currentToken()), null);
        };
    }

    private static BigDecimal decimal(JsonParser at) {
        return switch (at.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> at.getDecimalValue();
            case VALUE_STRING -> new BigDecimal(at.getString());
            default -> throw bad("has a %s where an amount belongs".formatted(at.currentToken()), null);
        };
    }

    private static <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            throw bad("has a row without " + name, null);
        }
        return value;
    }

    private static AmazonException bad(String how, @Nullable Throwable cause) {
        return new AmazonException(Trouble.BAD_FILE, "A report's file %s.".formatted(how), cause);
    }
}
