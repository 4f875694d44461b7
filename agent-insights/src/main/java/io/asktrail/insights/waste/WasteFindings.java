package io.asktrail.insights.waste;

import static io.asktrail.contracts.diagnosis.FindingColumns.EXPECTED;
import static io.asktrail.contracts.diagnosis.FindingColumns.MEMBER;
import static io.asktrail.contracts.diagnosis.FindingColumns.PART;
import static io.asktrail.contracts.diagnosis.FindingColumns.SHARE_OF_SPEND;
import static io.asktrail.contracts.diagnosis.FindingColumns.TOO_FEW_CLICKS;
import static io.asktrail.contracts.diagnosis.FindingColumns.VERDICT;
import static io.asktrail.contracts.diagnosis.FindingColumns.WASTED;

import io.asktrail.contracts.diagnosis.Found;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Table;
import io.asktrail.insights.seen.FindingTable;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was spent without an order, by member. No order is no proof: with the usual rate of orders a click, a member may
 * have had none by chance. From three expected orders on that is less likely than one in twenty.
 */
public final class WasteFindings {
    private static final MetricId SPEND = new MetricId("spend");
    private static final MetricId CLICKS = new MetricId("clicks");
    private static final MetricId ORDERS = new MetricId("attributed_orders");

    /** e to the power of minus three is just under one in twenty. */
    private static final BigDecimal NO_ACCIDENT = new BigDecimal(3);

    private static final int MOST = 15;
    private static final int SHARE_SCALE = 4;
    private static final int ORDERS_SCALE = 1;

    /** Money and clicks of somebody without an order. */
    private record Spent(String member, BigDecimal spend, BigDecimal clicks) {
        Spent plus(Spent other) {
            return new Spent(member, spend.add(other.spend), clicks.add(other.clicks));
        }
    }

    private final BigDecimal allSpend;
    private final @Nullable BigDecimal rate;
    private final FindingTable table;

    private WasteFindings(Registry registry, SeenRows whole) {
        this.allSpend = whole.sum(0, SPEND, "");
        var clicks = whole.sum(0, CLICKS, "");
        this.rate = clicks.signum() == 0 ? null : whole.sum(0, ORDERS, "").divide(clicks, MathContext.DECIMAL64);
        this.table = new FindingTable(registry)
                .text(PART, "By")
                .members("Whose")
                .metric(SPEND, "", " without an order")
                .metric(CLICKS, "", "")
                .number(SHARE_OF_SPEND, "Share of all spend", "percent")
                .number(EXPECTED, "Orders expected at the usual rate", "count")
                .text(VERDICT, "Verdict");
    }

    /** Empty where the whole, or who spent without an order, was not seen. */
    public static Optional<Table> of(Registry registry, List<SeenRows> seen) {
        var whole = seen.stream()
                .filter(rows -> rows.categories().isEmpty() && !rows.isSeries() && rows.size() > 0)
                .findFirst();
        var members = seen.stream().filter(rows -> !rows.categories().isEmpty()).toList();
        return whole.isEmpty() || members.isEmpty()
                ? Optional.empty()
                : Optional.of(new WasteFindings(registry, whole.get()).table(members));
    }

    private Table table(List<SeenRows> looks) {
        for (var look : looks) {
            var part = look.categories().getFirst();
            var spent = spent(look);
            add(part, sum(spent));
            spent.stream()
                    .limit(MOST)
                    .forEach(one -> add(part, one).member(one.member()).put(VERDICT, verdict(one)));
            if (spent.size() > MOST) {
                var others = spent.subList(MOST, spent.size());
                add(part, sum(others)).found(Found.OTHERS).put(MEMBER, Integer.toString(others.size()));
            }
        }
        return table.table();
    }

    private static Spent sum(List<Spent> spent) {
        return spent.stream().reduce(new Spent("", BigDecimal.ZERO, BigDecimal.ZERO), Spent::plus);
    }

    private static List<Spent> spent(SeenRows look) {
        var spent = new ArrayList<Spent>();
        for (var row = 0; row < look.size(); row++) {
            if (look.sum(row, ORDERS, "").signum() == 0
                    && look.sum(row, SPEND, "").signum() > 0) {
                spent.add(new Spent(look.member(row), look.sum(row, SPEND, ""), look.sum(row, CLICKS, "")));
            }
        }
        spent.sort(Comparator.comparing(Spent::spend).reversed().thenComparing(Spent::member));
        return spent;
    }

    private FindingTable.Row add(DimensionId part, Spent spent) {
        var expected = expected(spent);
        return table.row()
                .put(PART, part.value())
                .put(SPEND.value(), spent.spend())
                .put(CLICKS.value(), spent.clicks())
                .put(
                        SHARE_OF_SPEND,
                        allSpend.signum() == 0
                                ? null
                                : spent.spend().divide(allSpend, SHARE_SCALE, RoundingMode.HALF_UP))
                .put(EXPECTED, expected == null ? null : expected.setScale(ORDERS_SCALE, RoundingMode.HALF_UP));
    }

    private @Nullable BigDecimal expected(Spent spent) {
        return rate == null ? null : spent.clicks().multiply(rate);
    }

    private @Nullable String verdict(Spent spent) {
        var expected = expected(spent);
        return expected == null ? null : expected.compareTo(NO_ACCIDENT) >= 0 ? WASTED : TOO_FEW_CLICKS;
    }
}
