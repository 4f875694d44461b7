package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.ads.Measures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The values of all columns. The demo knows seven measures of a row: with seven days after a click for Sponsored
 * Products, with fourteen for Brands and Display. What else Amazon tells of sales is derived from these; counts that
 * the demo has no idea of are 0, anything else is null.
 */
final class Cells {
    /** Columns that are not counts and that the demo has no idea of. */
    private static final Set<String> UNKNOWN = Set.of(
            "portfolioId",
            "bidOptimization",
            "campaignRuleBasedBudgetAmount",
            "campaignApplicableBudgetRuleId",
            "campaignApplicableBudgetRuleName",
            "topOfSearchImpressionShare",
            "kindleEditionNormalizedPagesRoyalties14d",
            "addToCartRate",
            "eCPAddToCart",
            "eCPBrandSearch",
            "brandedSearchRate",
            "newToBrandDetailPageViewRate",
            "newToBrandECPDetailPageView",
            "viewabilityRate",
            "viewClickThroughRate",
            "video5SecondViewRate",
            "cumulativeReach",
            "impressionsFrequencyAverage",
            "longTermSales",
            "longTermROAS");

    private static final int BY_CLICK = 85;
    private static final int PROMOTED = 80;
    private static final int RATIO_SCALE = 6;

    private final Map<String, Cell> known = new HashMap<>();

    Cells() {
        addNames();
        addTraffic();
        addWindow("1d", 90);
        addWindow("7d", 100);
        addWindow("14d", 104);
        addWindow("30d", 107);
        addFixedWindow();
        addNewToBrand();
    }

    Cell of(String column) {
        var cell = known.get(column);
        if (cell != null) {
            return cell;
        }
        return UNKNOWN.contains(column) ? (out, row) -> out.writeNull() : (out, row) -> out.writeNumber(0);
    }

    private void addNames() {
        text("date", row -> row.from().toString());
        text("startDate", row -> row.from().toString());
        text("endDate", row -> row.to().toString());
        known.put("campaignId", (out, row) -> out.writeNumber(row.campaign().id()));
        text("campaignName", row -> row.campaign().name());
        text("campaignStatus", ReportRow::status);
        known.put("campaignBudgetAmount", (out, row) -> out.writeNumber(rupees(row.budgetPaise())));
        text("campaignBudgetType", row -> "DAILY_BUDGET");
        text("campaignBudgetCurrencyCode", row -> "INR");
        text("campaignBiddingStrategy", row -> "legacy");
        text("costType", row -> "CPC");
        text("placementClassification", Facets::placement);
        known.put("adGroupId", (out, row) -> out.writeNumber(Facets.adGroupId(row)));
        text("adGroupName", Facets::adGroup);
        known.put("adId", (out, row) -> out.writeNumber(Facets.adId(row)));
        text("advertisedSku", Facets::sku);
        text("advertisedAsin", Facets::asin);
        text("promotedSku", Facets::sku);
        text("promotedAsin", Facets::asin);
        addTargets();
    }

    private void addTargets() {
        for (var column : Set.of("keywordId", "targetingId")) {
            known.put(column, (out, row) -> id(out, Facets.keywordId(row)));
        }
        for (var column : Set.of("keyword", "keywordText", "targeting", "targetingText", "targetingExpression")) {
            text(column, Facets::keyword);
        }
        for (var column : Set.of("matchType", "keywordType", "targetingType")) {
            text(column, Facets::matchType);
        }
        text("searchTerm", Facets::searchTerm);
        text("adKeywordStatus", row -> "ENABLED");
        known.put(
                "keywordBid",
                (out, row) -> out.writeNumber(rupees(row.campaign().traits().cpcPaise())));
    }

    private void addTraffic() {
        count("impressions", Measures::impressions);
        count("impressionsViews", Measures::impressions);
        count("viewableImpressions", Measures::impressions);
        count("clicks", Measures::clicks);
        money("cost", Measures::costPaise);
        money("spend", Measures::costPaise);
        ratio("costPerClick", m -> rupees(m.costPaise()), m -> BigDecimal.valueOf(m.clicks()));
        ratio("clickThroughRate", m -> BigDecimal.valueOf(m.clicks()), m -> BigDecimal.valueOf(m.impressions()));
    }

    /** Sponsored Products: {@code percent} of what is sold within seven days is sold within this window. */
    private void addWindow(String window, int percent) {
        ToLongFunction<Measures> sales = m -> part(m.salesPaise(), percent);
        count("purchases" + window, m -> part(m.orders(), percent));
        count("purchasesSameSku" + window, m -> part(part(m.orders(), percent), PROMOTED));
        count("unitsSoldClicks" + window, m -> part(m.units(), percent));
        count("unitsSoldSameSku" + window, m -> part(part(m.units(), percent), PROMOTED));
        count("unitsSoldOtherSku" + window, m -> part(m.units(), percent) - part(part(m.units(), percent), PROMOTED));
        money("sales" + window, sales);
        money("attributedSalesSameSku" + window, m -> part(sales.applyAsLong(m), PROMOTED));
        money("salesOtherSku" + window, m -> sales.applyAsLong(m) - part(sales.applyAsLong(m), PROMOTED));
        ratio("acosClicks" + window, m -> rupees(m.costPaise()), m -> rupees(sales.applyAsLong(m)));
        ratio("roasClicks" + window, m -> rupees(sales.applyAsLong(m)), m -> rupees(m.costPaise()));
    }

    /** Sponsored Brands and Display: fourteen days, with and without those who only saw the advertisement. */
    private void addFixedWindow() {
        count("purchases", Measures::orders);
        count("purchasesClicks", m -> part(m.orders(), BY_CLICK));
        count("purchasesPromoted", m -> part(m.orders(), PROMOTED));
        count("purchasesPromotedClicks", m -> part(part(m.orders(), BY_CLICK), PROMOTED));
        count("unitsSold", Measures::units);
        count("unitsSoldClicks", m -> part(m.units(), BY_CLICK));
        money("sales", Measures::salesPaise);
        money("salesClicks", m -> part(m.salesPaise(), BY_CLICK));
        money("salesPromoted", m -> part(m.salesPaise(), PROMOTED));
        money("salesPromotedClicks", m -> part(part(m.salesPaise(), BY_CLICK), PROMOTED));
    }

    private void addNewToBrand() {
        ToLongFunction<Measures> sales = m -> m.orders() == 0 ? 0 : m.salesPaise() * m.ntbOrders() / m.orders();
        count("newToBrandPurchases", Measures::ntbOrders);
        count("newToBrandPurchasesClicks", m -> part(m.ntbOrders(), BY_CLICK));
        count("newToBrandUnitsSold", Measures::ntbOrders);
        count("newToBrandUnitsSoldClicks", m -> part(m.ntbOrders(), BY_CLICK));
        money("newToBrandSales", sales);
        money("newToBrandSalesClicks", m -> part(sales.applyAsLong(m), BY_CLICK));
        percentage("newToBrandPurchasesPercentage", Measures::ntbOrders, Measures::orders);
        percentage("newToBrandUnitsSoldPercentage", Measures::ntbOrders, Measures::units);
        percentage("newToBrandSalesPercentage", sales, Measures::salesPaise);
        percentage("newToBrandPurchasesRate", Measures::ntbOrders, Measures::impressions);
    }

    private void text(String column, Function<ReportRow, @Nullable String> value) {
        // a null string is written as null
        known.put(column, (out, row) -> out.writeString(value.apply(row)));
    }

    private void count(String column, ToLongFunction<Measures> value) {
        known.put(column, (out, row) -> out.writeNumber(value.applyAsLong(row.measures())));
    }

    private void money(String column, ToLongFunction<Measures> paise) {
        known.put(column, (out, row) -> out.writeNumber(rupees(paise.applyAsLong(row.measures()))));
    }

    private void percentage(String column, ToLongFunction<Measures> top, ToLongFunction<Measures> bottom) {
        ratio(
                column,
                m -> BigDecimal.valueOf(100 * top.applyAsLong(m)),
                m -> BigDecimal.valueOf(bottom.applyAsLong(m)));
    }

    private void ratio(String column, Function<Measures, BigDecimal> top, Function<Measures, BigDecimal> bottom) {
        known.put(column, (out, row) -> {
            var divisor = bottom.apply(row.measures());
            if (divisor.signum() == 0) {
                out.writeNull();
            } else {
                out.writeNumber(top.apply(row.measures()).divide(divisor, RATIO_SCALE, RoundingMode.HALF_UP));
            }
        });
    }

    private static void id(JsonGenerator out, @Nullable Long id) {
        if (id == null) {
            out.writeNull();
        } else {
            out.writeNumber(id);
        }
    }

    private static long part(long whole, int percent) {
        return whole * percent / 100;
    }

    private static BigDecimal rupees(long paise) {
        return BigDecimal.valueOf(paise, 2);
    }
}
