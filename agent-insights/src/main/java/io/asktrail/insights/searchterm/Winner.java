package io.asktrail.insights.searchterm;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.insights.pacing.Pace;
import io.asktrail.insights.seen.SeenRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A campaign that pays off better than all together and whose budget was used up on some days.
 *
 * @param cappedDays on which its budget held it back
 */
record Winner(Counted all, long cappedDays) {
    private static final BigDecimal A_FIFTH_MORE = new BigDecimal("1.2");
    private static final int DAYS = 2;
    private static final MetricId BUDGET = new MetricId("budget");

    /** @param days spend, budget and attributed sales by campaign and day; most days at the limit first */
    static List<Winner> among(SeenRows days) {
        Map<String, Counted> sums = new TreeMap<>();
        Map<String, Long> capped = new TreeMap<>();
        for (var row = 0; row < days.size(); row++) {
            var name = days.member(row);
            sums.merge(name, Counted.of(days, row, name), (a, b) -> a.plus(b, name));
            var day = new Pace.Day(days.sum(row, Counted.SPEND, ""), days.sum(row, BUDGET, ""));
            capped.merge(name, day.isCapped() ? 1L : 0L, Long::sum);
        }
        var whole = Counted.sum(new ArrayList<>(sums.values()));
        return sums.values().stream()
                .filter(campaign -> capped.getOrDefault(campaign.name(), 0L) >= DAYS && isBetter(campaign, whole))
                .map(campaign -> new Winner(campaign, capped.getOrDefault(campaign.name(), 0L)))
                .sorted(Comparator.comparing(Winner::cappedDays).reversed().thenComparing(winner -> winner.all.name()))
                .toList();
    }

    // Without a division: sales / spend ≥ 1.2 × all sales / all spend.
    private static boolean isBetter(Counted campaign, Counted whole) {
        var sales = campaign.sales();
        var all = whole.sales();
        return sales != null
                && all != null
                && sales.signum() > 0
                && sales.multiply(whole.spend())
                                .compareTo(all.multiply(campaign.spend()).multiply(A_FIFTH_MORE))
                        >= 0;
    }
}
