package io.asktrail.ads.exports;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a row of an export is about. The first whose own columns are all there is the one: the finer ones stand first. */
enum ReportShape {
    SEARCH_TERMS("search terms", Set.of(ExportField.SEARCH_TERM, ExportField.TARGETING, ExportField.MATCH_TYPE)),
    PLACEMENTS("placements", Set.of(ExportField.PLACEMENT)),
    PRODUCTS("advertised products", Set.of(ExportField.ASIN)),
    TARGETING("targeting", Set.of(ExportField.TARGETING, ExportField.MATCH_TYPE)),
    CAMPAIGNS("campaigns", Set.of());

    static final List<ExportField> ALWAYS =
            List.of(ExportField.CAMPAIGN, ExportField.IMPRESSIONS, ExportField.CLICKS, ExportField.SPEND);

    private final String title;
    private final Set<ExportField> own;

    ReportShape(String title, Set<ExportField> own) {
        this.title = title;
        this.own = own;
    }

    String title() {
        return title;
    }

    /** Empty for a row of something that the store does not keep, such as a whole ad group. */
    static Optional<ReportShape> of(Set<ExportField> there) {
        for (var shape : values()) {
            if (there.containsAll(shape.own)) {
                var coarser = shape == CAMPAIGNS
                        && (there.contains(ExportField.AD_GROUP)
                                || there.contains(ExportField.SKU)
                                || there.contains(ExportField.SEARCH_TERM));
                return coarser ? Optional.empty() : Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    /** The store's report of this shape and channel; empty if it keeps none. */
    Optional<AdsReport> of(AdChannel channel) {
        return Optional.ofNullable(
                switch (channel) {
                    case SP ->
                        switch (this) {
                            case SEARCH_TERMS -> AdsReport.SP_SEARCH_TERMS;
                            case PLACEMENTS -> AdsReport.SP_PLACEMENTS;
                            case PRODUCTS -> AdsReport.SP_PRODUCTS;
                            case TARGETING -> AdsReport.SP_TARGETING;
                            case CAMPAIGNS -> AdsReport.SP_CAMPAIGNS;
                        };
                    case SB ->
                        switch (this) {
                            case TARGETING -> AdsReport.SB_TARGETING;
                            case CAMPAIGNS -> AdsReport.SB_CAMPAIGNS;
                            case SEARCH_TERMS, PLACEMENTS, PRODUCTS -> null;
                        };
                    case SD ->
                        switch (this) {
                            case PRODUCTS -> AdsReport.SD_PRODUCTS;
                            case CAMPAIGNS -> AdsReport.SD_CAMPAIGNS;
                            case SEARCH_TERMS, PLACEMENTS, TARGETING -> null;
                        };
                });
    }
}
