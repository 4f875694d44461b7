package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.ads.CampaignDay;
import io.asktrail.demo.ads.Measures;

/** A campaign's day as it looks while half of its orders are not attributed yet. Traffic and cost are final. */
final class Provisional {
    private Provisional() {}

    static CampaignDay of(CampaignDay day) {
        var whole = day.total();
        long orders = whole.orders() / 2;
        long units = orders + (whole.units() - whole.orders()) / 2;
        var half = new Measures(
                whole.impressions(),
                whole.clicks(),
                whole.costPaise(),
                orders == 0 ? 0 : whole.salesPaise() * orders / whole.orders(),
                orders,
                orders == 0 ? 0 : units,
                Math.min(orders, whole.ntbOrders() / 2));
        return new CampaignDay(day.day(), day.campaign(), day.budgetPaise(), half);
    }
}
