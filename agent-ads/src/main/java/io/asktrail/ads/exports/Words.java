package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;

/** What people call the store's channels and reports. */
final class Words {
    private Words() {}

    static String of(AdChannel channel) {
        return switch (channel) {
            case SP -> "Sponsored Products";
            case SB -> "Sponsored Brands";
            case SD -> "Sponsored Display";
        };
    }

    static String of(AdsReport report) {
        return of(report.channel()) + " "
                + switch (report.table()) {
                    case CAMPAIGN_DAILY -> "campaigns";
                    case PRODUCT_DAILY -> "advertised products";
                    case TARGETING_DAILY -> "targeting";
                    case SEARCH_TERM_DAILY -> "search terms";
                    case PLACEMENT_DAILY -> "placements";
                };
    }
}
