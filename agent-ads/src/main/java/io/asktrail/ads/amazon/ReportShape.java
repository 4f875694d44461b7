package io.asktrail.ads.amazon;

import static io.asktrail.ads.amazon.ReportColumn.AD_GROUP;
import static io.asktrail.ads.amazon.ReportColumn.BUDGET;
import static io.asktrail.ads.amazon.ReportColumn.CAMPAIGN_ID;
import static io.asktrail.ads.amazon.ReportColumn.CLICKS;
import static io.asktrail.ads.amazon.ReportColumn.COST;
import static io.asktrail.ads.amazon.ReportColumn.DATE;
import static io.asktrail.ads.amazon.ReportColumn.IMPRESSIONS;
import static io.asktrail.ads.amazon.ReportColumn.KEYWORD;
import static io.asktrail.ads.amazon.ReportColumn.MATCH_TYPE;
import static io.asktrail.ads.amazon.ReportColumn.NTB_ORDERS;
import static io.asktrail.ads.amazon.ReportColumn.ORDERS;
import static io.asktrail.ads.amazon.ReportColumn.PLACEMENT;
import static io.asktrail.ads.amazon.ReportColumn.SALES;
import static io.asktrail.ads.amazon.ReportColumn.SEARCH_TERM;
import static io.asktrail.ads.amazon.ReportColumn.SKU;
import static io.asktrail.ads.amazon.ReportColumn.UNITS;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How Amazon calls what the store keeps: its names differ by ad product and report. Sponsored Products count what is
 * sold within seven days of a click. Brands and Display know one window of fourteen days, and their names without a
 * suffix include those who saw the advertisement and did not click.
 *
 * @param adProduct as Amazon writes it
 * @param columns what each column that is asked for means
 */
record ReportShape(String typeId, String adProduct, String groupBy, SequencedMap<String, ReportColumn> columns) {

    /** In a fixed order: two equal requests must be equal to Amazon, too. */
    List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    @Nullable
    ReportColumn column(String name) {
        return columns.get(name);
    }

    static ReportShape of(AdsReport report) {
        return switch (report) {
            case SP_CAMPAIGNS -> shape("spCampaigns", report, "campaign", Map.of("campaignBudgetAmount", BUDGET));
            case SB_CAMPAIGNS -> shape("sbCampaigns", report, "campaign", Map.of("campaignBudgetAmount", BUDGET));
            case SD_CAMPAIGNS -> shape("sdCampaigns", report, "campaign", Map.of("campaignBudgetAmount", BUDGET));
            case SP_PRODUCTS -> shape("spAdvertisedProduct", report, "advertiser", Map.of("advertisedSku", SKU));
            case SD_PRODUCTS -> shape("sdAdvertisedProduct", report, "advertiser", Map.of("promotedSku", SKU));
            case SP_TARGETING ->
                shape(
                        "spTargeting",
                        report,
                        "targeting",
                        Map.of("adGroupName", AD_GROUP, "targeting", KEYWORD, "matchType", MATCH_TYPE));
            case SB_TARGETING ->
                shape(
                        "sbTargeting",
                        report,
                        "targeting",
                        Map.of("adGroupName", AD_GROUP, "targetingText", KEYWORD, "matchType", MATCH_TYPE));
            case SP_SEARCH_TERMS ->
                shape(
                        "spSearchTerm",
                        report,
                        "searchTerm",
                        Map.of(
                                "adGroupName", AD_GROUP,
                                "targeting", KEYWORD,
                                "matchType", MATCH_TYPE,
                                "searchTerm", SEARCH_TERM));
            case SP_PLACEMENTS ->
                shape("spCampaigns", report, "campaignPlacement", Map.of("placementClassification", PLACEMENT));
        };
    }

    private static ReportShape shape(
            String typeId, AdsReport report, String groupBy, Map<String, ReportColumn> details) {
        SequencedMap<String, ReportColumn> columns = new LinkedHashMap<>();
        columns.put("date", DATE);
        columns.put("campaignId", CAMPAIGN_ID);
        details.keySet().stream().sorted().forEach(name -> columns.put(name, details.get(name)));
        columns.put("impressions", IMPRESSIONS);
        columns.put("clicks", CLICKS);
        columns.put("cost", COST);
        columns.putAll(conversions(report.channel()));
        return new ReportShape(typeId, adProduct(report.channel()), groupBy, columns);
    }

    private static SequencedMap<String, ReportColumn> conversions(AdChannel channel) {
        SequencedMap<String, ReportColumn> columns = new LinkedHashMap<>();
        switch (channel) {
            case SP -> {
                columns.put("sales7d", SALES);
                columns.put("purchases7d", ORDERS);
                columns.put("unitsSoldClicks7d", UNITS);
            }
            case SB, SD -> {
                columns.put("sales", SALES);
                columns.put("purchases", ORDERS);
                columns.put("unitsSold", UNITS);
                columns.put("newToBrandPurchases", NTB_ORDERS);
            }
        }
        return columns;
    }

    private static String adProduct(AdChannel channel) {
        return switch (channel) {
            case SP -> "SPONSORED_PRODUCTS";
            case SB -> "SPONSORED_BRANDS";
            case SD -> "SPONSORED_DISPLAY";
        };
    }
}
