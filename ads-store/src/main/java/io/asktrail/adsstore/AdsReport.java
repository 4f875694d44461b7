package io.asktrail.adsstore;

import java.util.Arrays;
import java.util.List;

/**
 * The reports that the store is made of. Each fills one table for one channel; a day is covered when its report was
 * loaded, whether or not anything happened on it.
 */
public enum AdsReport {
    SP_CAMPAIGNS("spCampaigns", AdChannel.SP, AdsTable.CAMPAIGN_DAILY, 95),
    SB_CAMPAIGNS("sbCampaigns", AdChannel.SB, AdsTable.CAMPAIGN_DAILY, 60),
    SD_CAMPAIGNS("sdCampaigns", AdChannel.SD, AdsTable.CAMPAIGN_DAILY, 65),
    SP_PRODUCTS("spAdvertisedProduct", AdChannel.SP, AdsTable.PRODUCT_DAILY, 95),
    SD_PRODUCTS("sdAdvertisedProduct", AdChannel.SD, AdsTable.PRODUCT_DAILY, 65),
    SP_TARGETING("spTargeting", AdChannel.SP, AdsTable.TARGETING_DAILY, 95),
    SB_TARGETING("sbTargeting", AdChannel.SB, AdsTable.TARGETING_DAILY, 60),
    SP_SEARCH_TERMS("spSearchTerm", AdChannel.SP, AdsTable.SEARCH_TERM_DAILY, 95),
    /** Amazon's type is spCampaigns here too, grouped by placement. */
    SP_PLACEMENTS("spPlacements", AdChannel.SP, AdsTable.PLACEMENT_DAILY, 95);

    private final String id;
    private final AdChannel channel;
    private final AdsTable table;
    private final int retentionDays;

    AdsReport(String id, AdChannel channel, AdsTable table, int retentionDays) {
        this.id = id;
        this.channel = channel;
        this.table = table;
        this.retentionDays = retentionDays;
    }

    /** As the store's {@code report_days} names it. */
    public String id() {
        return id;
    }

    public AdChannel channel() {
        return channel;
    }

    public AdsTable table() {
        return table;
    }

    /** How many days before today Amazon's API gives it; older days come from earlier syncs or from console exports. */
    public int retentionDays() {
        return retentionDays;
    }

    public static List<AdsReport> into(AdsTable table) {
        return Arrays.stream(values()).filter(report -> report.table == table).toList();
    }

    /** @throws IllegalArgumentException if the store has no such report */
    public static AdsReport of(String id) {
        return Arrays.stream(values())
                .filter(report -> report.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the store has no report '%s'".formatted(id)));
    }
}
