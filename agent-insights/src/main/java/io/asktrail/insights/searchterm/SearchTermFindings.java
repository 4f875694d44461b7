package io.asktrail.insights.searchterm;

import static io.asktrail.contracts.diagnosis.FindingColumns.ABOUT;
import static io.asktrail.contracts.diagnosis.FindingColumns.BRANDED;
import static io.asktrail.contracts.diagnosis.FindingColumns.CAMPAIGNS;
import static io.asktrail.contracts.diagnosis.FindingColumns.CAPPED_DAYS;
import static io.asktrail.contracts.diagnosis.FindingColumns.ELSEWHERE;
import static io.asktrail.contracts.diagnosis.FindingColumns.EXPECTED;
import static io.asktrail.contracts.diagnosis.FindingColumns.NEGATIVE;
import static io.asktrail.contracts.diagnosis.FindingColumns.NOT_BRANDED;
import static io.asktrail.contracts.diagnosis.FindingColumns.RULE;
import static io.asktrail.contracts.diagnosis.FindingColumns.SHARED;
import static io.asktrail.contracts.diagnosis.FindingColumns.WINNER;

import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Table;
import io.asktrail.insights.seen.FindingTable;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Search terms by whether they name a brand, those that bring nothing, those that campaigns share, and who might grow. */
public final class SearchTermFindings {
    private static final DimensionId TERM = new DimensionId("search_term");
    private static final DimensionId CAMPAIGN = new DimensionId("campaign");
    private static final DimensionId BRAND = new DimensionId("brand");
    private static final int MOST = 10;
    private static final int ORDERS_SCALE = 1;
    private static final BigDecimal NO_ACCIDENT = new BigDecimal(3);

    private final FindingTable table;
    private final Registry registry;

    private SearchTermFindings(Registry registry) {
        this.registry = registry;
        this.table = new FindingTable(registry)
                .text(ABOUT, "About")
                .members("Which")
                .metric(Counted.SPEND, "", "")
                .metric(Counted.CLICKS, "", "")
                .metric(Counted.ORDERS, "", "")
                .metric(Counted.SALES, "", "")
                .metric(new MetricId("acos"), "", "")
                .number(EXPECTED, "Orders expected at the usual rate", "count")
                .number(CAMPAIGNS, "Campaigns", "count")
                .metric(Counted.SPEND, ELSEWHERE.substring("spend".length()), " outside its best campaign")
                .number(CAPPED_DAYS, "Days at the budget's limit", "count")
                .text(RULE, "Rule");
    }

    /** Empty where what single terms cost and brought was not seen. */
    public static Optional<Table> of(Registry registry, List<SeenRows> seen) {
        return by(seen, List.of(TERM)).map(terms -> {
            var findings = new SearchTermFindings(registry);
            var counted = Counted.of(terms);
            by(seen, List.of(BRAND)).ifPresent(brands -> findings.brands(counted, BrandWords.of(brands)));
            findings.negatives(counted);
            by(seen, List.of(TERM, CAMPAIGN)).ifPresent(shown -> findings.shared(SharedTerm.among(shown)));
            seen.stream()
                    .filter(rows -> rows.isSeries() && rows.has("budget"))
                    .findFirst()
                    .ifPresent(days -> findings.winners(Winner.among(days)));
            return findings.table.table();
        });
    }

    private static Optional<SeenRows> by(List<SeenRows> seen, List<DimensionId> groups) {
        return seen.stream()
                .filter(rows -> !rows.isSeries() && rows.categories().equals(groups))
                .findFirst();
    }

    private void brands(List<Counted> terms, BrandWords brands) {
        if (brands.isEmpty()) {
            return;
        }
        var rule = Integer.toString(brands.count());
        put(
                row(BRANDED, null, rule),
                Counted.sum(terms.stream().filter(brands::isIn).toList()));
        put(
                row(NOT_BRANDED, null, rule),
                Counted.sum(terms.stream().filter(term -> !brands.isIn(term)).toList()));
    }

    private void negatives(List<Counted> terms) {
        var all = Counted.sum(terms);
        if (all.clicks().signum() == 0) {
            return;
        }
        var rate = all.orders().divide(all.clicks(), MathContext.DECIMAL64);
        terms.stream()
                .filter(term -> term.orders().signum() == 0)
                .filter(term -> term.clicks().multiply(rate).compareTo(NO_ACCIDENT) >= 0)
                .sorted(Comparator.comparing(Counted::spend).reversed().thenComparing(Counted::name))
                .limit(MOST)
                .forEach(term -> put(row(NEGATIVE, term.name(), null), term)
                        .put(EXPECTED, term.clicks().multiply(rate).setScale(ORDERS_SCALE, RoundingMode.HALF_UP)));
    }

    private void shared(List<SharedTerm> terms) {
        terms.stream()
                .limit(MOST)
                .forEach(term -> put(row(SHARED, term.all().name(), term.best()), term.all())
                        .put(CAMPAIGNS, BigDecimal.valueOf(term.campaigns()))
                        .put(ELSEWHERE, term.elsewhere()));
    }

    private void winners(List<Winner> winners) {
        winners.stream()
                .limit(MOST)
                .forEach(winner -> put(row(WINNER, winner.all().name(), null), winner.all())
                        .put(CAPPED_DAYS, BigDecimal.valueOf(winner.cappedDays())));
    }

    private FindingTable.Row row(String about, @Nullable String member, @Nullable String rule) {
        var row = table.row().put(ABOUT, about).put(RULE, rule);
        return member == null ? row : row.member(member);
    }

    private FindingTable.Row put(FindingTable.Row row, Counted counted) {
        return row.put(Counted.SPEND.value(), counted.spend())
                .put(Counted.CLICKS.value(), counted.clicks())
                .put(Counted.ORDERS.value(), counted.orders())
                .put(Counted.SALES.value(), counted.sales())
                .put("acos", acos(counted));
    }

    private @Nullable BigDecimal acos(Counted counted) {
        var sales = counted.sales();
        return sales == null || sales.signum() == 0
                ? null
                : registry.metric(new MetricId("acos"))
                        .rounding()
                        .apply(counted.spend().divide(sales, MathContext.DECIMAL64));
    }
}
