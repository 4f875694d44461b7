package io.asktrail.insights.searchterm;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.insights.seen.SeenRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A term that several campaigns show, so that they bid against each other for the same people.
 *
 * @param all of it, over its campaigns
 * @param campaigns those with a tenth of its clicks at least
 * @param best the campaign with most orders, of equals the one that spends least
 * @param elsewhere what was spent outside that one
 */
record SharedTerm(Counted all, int campaigns, String best, BigDecimal elsewhere) {
    private static final DimensionId TERM = new DimensionId("search_term");
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");
    private static final BigDecimal TEN = BigDecimal.TEN;

    /** Those on which most is spent elsewhere first. */
    static List<SharedTerm> among(SeenRows rows) {
        Map<String, List<Counted>> byTerm = new TreeMap<>();
        for (var row = 0; row < rows.size(); row++) {
            byTerm.computeIfAbsent(rows.name(row, TERM), _ -> new ArrayList<>())
                    .add(Counted.of(rows, row, rows.name(row, CAMPAIGN)));
        }
        return byTerm.entrySet().stream()
                .filter(term -> !term.getKey().equals(SeenRows.NOBODY))
                .map(term -> of(term.getKey(), term.getValue()))
                .filter(term -> term.campaigns > 1)
                .sorted(Comparator.comparing(SharedTerm::elsewhere).reversed().thenComparing(term -> term.all.name()))
                .toList();
    }

    private static SharedTerm of(String term, List<Counted> campaigns) {
        var sum = Counted.sum(campaigns);
        var all = new Counted(term, sum.spend(), sum.clicks(), sum.orders(), sum.sales());
        var weighty = campaigns.stream()
                .filter(campaign -> campaign.clicks().multiply(TEN).compareTo(all.clicks()) >= 0)
                .filter(campaign -> campaign.clicks().signum() > 0)
                .count();
        var best = campaigns.stream()
                .min(Comparator.comparing(Counted::orders)
                        .reversed()
                        .thenComparing(Counted::spend)
                        .thenComparing(Counted::name))
                .orElseThrow();
        return new SharedTerm(
                all, Math.toIntExact(weighty), best.name(), all.spend().subtract(best.spend()));
    }
}
