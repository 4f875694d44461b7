package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.ads.CampaignDay;
import io.asktrail.demo.ads.Detail;
import io.asktrail.demo.ads.Details;
import io.asktrail.demo.world.World;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Makes the rows of a report, day by day, so that no more than a day is held; a summary holds a row for each thing. */
final class ReportRows {
    private final Days days;
    private final Details details;

    ReportRows(World world) {
        this.days = new Days(world);
        this.details = new Details(world);
    }

    /**
     * @param lastDay the last day that there is anything to report of; statuses are those of that day
     * @param provisional the days whose sales are not all known
     */
    void forEach(ReportOrder order, LocalDate lastDay, Set<LocalDate> provisional, Consumer<ReportRow> sink) {
        switch (order.timeUnit()) {
            case DAILY -> daily(order, lastDay, provisional, sink);
            case SUMMARY -> {
                var sums = new LinkedHashMap<String, ReportRow>();
                daily(order, lastDay, provisional, row -> sums.merge(key(row), ofPeriod(row, order), ReportRow::plus));
                sums.values().forEach(sink);
            }
        }
    }

    private void daily(ReportOrder order, LocalDate lastDay, Set<LocalDate> provisional, Consumer<ReportRow> sink) {
        for (var day : order.days()) {
            if (day.isAfter(lastDay)) {
                return;
            }
            for (var campaign : days.on(day)) {
                if (campaign.campaign().channel() == order.type().adProduct().channel()) {
                    var known = provisional.contains(day) ? Provisional.of(campaign) : campaign;
                    rows(order.level(), known, status(known, lastDay))
                            .filter(row -> keeps(order.filters(), row))
                            .forEach(sink);
                }
            }
        }
    }

    private Stream<ReportRow> rows(Level level, CampaignDay day, String status) {
        if (level == Level.CAMPAIGN) {
            return Stream.of(
                    new ReportRow(day.day(), day.day(), day.campaign(), day.budgetPaise(), status, null, day.total()));
        }
        return details(level, day).stream()
                .filter(detail ->
                        level != Level.SEARCH_TERM || detail.measures().clicks() > 0)
                .map(detail -> new ReportRow(
                        day.day(), day.day(), day.campaign(), day.budgetPaise(), status, detail, detail.measures()));
    }

    private List<? extends Detail> details(Level level, CampaignDay day) {
        return switch (level) {
            case CAMPAIGN -> List.of();
            case PLACEMENT -> details.byPlacement(day);
            case PRODUCT -> details.byProduct(day);
            case TARGET -> details.byTarget(day);
            case SEARCH_TERM -> details.bySearchTerm(day);
        };
    }

    private static boolean keeps(List<ReportOrder.Filter> filters, ReportRow row) {
        return filters.stream().allMatch(filter -> switch (filter.field()) {
            case "campaignStatus" -> filter.values().contains(row.status());
            case "keywordType" -> filter.values().contains(String.valueOf(Facets.matchType(row)));
            // whatever the demo advertises with is enabled, and none of it is shown to businesses alone
            case "adKeywordStatus", "adCreativeStatus" -> filter.values().contains("ENABLED");
            default -> false;
        });
    }

    private static String status(CampaignDay day, LocalDate lastDay) {
        return day.campaign().flight().status(lastDay).toUpperCase(Locale.ROOT);
    }

    private static ReportRow ofPeriod(ReportRow row, ReportOrder order) {
        return new ReportRow(
                order.start(),
                order.end(),
                row.campaign(),
                row.budgetPaise(),
                row.status(),
                row.detail(),
                row.measures());
    }

    private static String key(ReportRow row) {
        return String.join(
                "\n",
                Long.toString(row.campaign().id()),
                Facets.adGroup(row),
                String.valueOf(Facets.placement(row)),
                String.valueOf(Facets.sku(row)),
                String.valueOf(Facets.matchType(row)),
                String.valueOf(Facets.keyword(row)),
                String.valueOf(Facets.searchTerm(row)));
    }
}
