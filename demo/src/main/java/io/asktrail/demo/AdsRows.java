package io.asktrail.demo;

import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsTable;
import io.asktrail.demo.ads.CampaignDay;
import io.asktrail.demo.ads.Detail;
import io.asktrail.demo.ads.Details;
import io.asktrail.demo.world.World;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Rows of the advertising tables on their way into COPY. */
final class AdsRows {
    private final Details details;
    private final CopyText campaigns = new CopyText();
    private final CopyText products = new CopyText();
    private final CopyText targets = new CopyText();
    private final CopyText searchTerms = new CopyText();
    private final CopyText placements = new CopyText();

    AdsRows(World world) {
        this.details = new Details(world);
    }

    /** @param reports which of them miss the day */
    void add(CampaignDay day, Set<String> reports) {
        if (wants(reports, day, AdsTable.CAMPAIGN_DAILY)) {
            key(campaigns, day).put(day.total()).money(day.budgetPaise()).endRow();
        }
        if (wants(reports, day, AdsTable.PRODUCT_DAILY)) {
            details.byProduct(day).forEach(row -> add(day, row));
        }
        if (wants(reports, day, AdsTable.TARGETING_DAILY)) {
            details.byTarget(day).forEach(row -> add(day, row));
        }
        if (wants(reports, day, AdsTable.SEARCH_TERM_DAILY)) {
            details.bySearchTerm(day).forEach(row -> add(day, row));
        }
        if (wants(reports, day, AdsTable.PLACEMENT_DAILY)) {
            details.byPlacement(day).forEach(row -> add(day, row));
        }
    }

    private static boolean wants(Set<String> reports, CampaignDay day, AdsTable table) {
        return AdsReport.into(table).stream()
                .anyMatch(report -> reports.contains(report.id())
                        && report.channel()
                                .name()
                                .equals(day.campaign().channel().name()));
    }

    long into(Connection connection) throws SQLException, IOException {
        return campaigns.intoSecured("ads.campaign_daily", connection)
                + products.intoSecured("ads.product_daily", connection)
                + targets.intoSecured("ads.targeting_daily", connection)
                + searchTerms.intoSecured("ads.search_term_daily", connection)
                + placements.intoSecured("ads.placement_daily", connection);
    }

    private void add(CampaignDay day, Detail row) {
        switch (row) {
            case Detail.OfProduct(var sku, var measures) ->
                key(products, day).put(sku).put(measures).endRow();
            case Detail.OfTarget target ->
                key(targets, day, target).put(target.measures()).endRow();
            case Detail.OfSearchTerm(var target, var term, var measures) ->
                key(searchTerms, day, target).put(term).put(measures).endRow();
            case Detail.OfPlacement(var placement, var measures) ->
                key(placements, day).put(placement).put(measures).endRow();
        }
    }

    private static CopyText key(CopyText rows, CampaignDay day) {
        return rows.put(day.day())
                .put(DemoAccount.PROFILE_ID)
                .put(day.campaign().channel().name())
                .put(day.campaign().id());
    }

    private static CopyText key(CopyText rows, CampaignDay day, Detail.OfTarget target) {
        return key(rows, day).put(target.adGroup()).put(target.keyword()).put(target.matchType());
    }
}
