package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.ads.Detail;
import io.asktrail.demo.ads.Measures;
import io.asktrail.demo.world.Campaign;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row, before the columns are chosen.
 *
 * @param detail what of the campaign it is; null for the campaign as a whole. Its own measures are not to be used:
 *     in a summary they are those of the first day
 */
record ReportRow(
        LocalDate from,
        LocalDate to,
        Campaign campaign,
        long budgetPaise,
        String status,
        @Nullable Detail detail,
        Measures measures) {

    /** The same thing on a later day added to this. */
    ReportRow plus(ReportRow later) {
        var sum = new Measures(
                measures.impressions() + later.measures.impressions(),
                measures.clicks() + later.measures.clicks(),
                measures.costPaise() + later.measures.costPaise(),
                measures.salesPaise() + later.measures.salesPaise(),
                measures.orders() + later.measures.orders(),
                measures.units() + later.measures.units(),
                measures.ntbOrders() + later.measures.ntbOrders());
        return new ReportRow(from, to, campaign, later.budgetPaise, status, detail, sum);
    }
}
