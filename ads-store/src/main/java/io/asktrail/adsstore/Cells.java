package io.asktrail.adsstore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's cells in the order of its table's columns. */
final class Cells {
    private Cells() {}

    static List<@Nullable Object> of(AdsRow row, ReportSlice slice) {
        var cells = new ArrayList<@Nullable Object>(16);
        cells.add(row.date());
        cells.add(slice.profileId());
        cells.add(slice.report().channel());
        cells.add(row.campaignId());
        details(row, slice.report().table(), cells);
        measures(row.measures(), cells);
        if (row instanceof AdsRow.OfCampaign campaign) {
            cells.add(campaign.budget());
        }
        return cells;
    }

    private static void details(AdsRow row, AdsTable table, List<@Nullable Object> cells) {
        var own =
                switch (row) {
                    case AdsRow.OfCampaign _ -> AdsTable.CAMPAIGN_DAILY;
                    case AdsRow.OfProduct product -> {
                        cells.add(product.sku());
                        yield AdsTable.PRODUCT_DAILY;
                    }
                    case AdsRow.OfTarget target -> {
                        cells.add(target.adGroup());
                        cells.add(target.keyword());
                        cells.add(target.matchType().text());
                        yield AdsTable.TARGETING_DAILY;
                    }
                    case AdsRow.OfSearchTerm term -> {
                        cells.add(term.adGroup());
                        cells.add(term.keyword());
                        cells.add(term.matchType().text());
                        cells.add(term.searchTerm());
                        yield AdsTable.SEARCH_TERM_DAILY;
                    }
                    case AdsRow.OfPlacement placement -> {
                        cells.add(placement.placement());
                        yield AdsTable.PLACEMENT_DAILY;
                    }
                };
        if (own != table) {
            throw new IllegalArgumentException("a row of %s does not belong into %s".formatted(own, table));
        }
    }

    private static void measures(AdMeasures measures, List<@Nullable Object> cells) {
        cells.add(measures.impressions());
        cells.add(measures.clicks());
        cells.add(measures.cost());
        cells.add(measures.sales());
        cells.add(measures.orders());
        cells.add(measures.units());
        cells.add(measures.ntbOrders());
    }
}
