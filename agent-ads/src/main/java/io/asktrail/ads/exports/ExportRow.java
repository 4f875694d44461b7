package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdMeasures;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.AdsTable;
import io.asktrail.adsstore.StoredCampaign;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of an export, read but without the id of its campaign.
 *
 * @param details the texts that its kind of report has; empty for a report without them
 */
record ExportRow(LocalDate date, CampaignName campaign, Details details, AdMeasures measures) {

    /**
     * What the row says of its campaign.
     *
     * @param id Amazon's; null where the export has none, as most
     */
    record CampaignName(
            String name,
            @Nullable Long id,
            StoredCampaign.@Nullable Status status,
            @Nullable BigDecimal budget) {}

    /** What the row is about within its campaign; a text that the report does not have is empty. */
    record Details(
            String adGroup, String keyword, AdsRow.MatchType match, String searchTerm, String sku, String placement) {}

    AdsRow withCampaign(long id, AdsTable table) {
        return switch (table) {
            case CAMPAIGN_DAILY -> new AdsRow.OfCampaign(date, id, measures, campaign.budget());
            case PRODUCT_DAILY -> new AdsRow.OfProduct(date, id, details.sku(), measures);
            case TARGETING_DAILY ->
                new AdsRow.OfTarget(date, id, details.adGroup(), details.keyword(), details.match(), measures);
            case SEARCH_TERM_DAILY ->
                new AdsRow.OfSearchTerm(
                        date,
                        id,
                        details.adGroup(),
                        details.keyword(),
                        details.match(),
                        details.searchTerm(),
                        measures);
            case PLACEMENT_DAILY -> new AdsRow.OfPlacement(date, id, details.placement(), measures);
        };
    }
}
