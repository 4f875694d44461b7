package io.asktrail.insights.reconciliation;

import static io.asktrail.contracts.diagnosis.FindingColumns.FOUND;
import static io.asktrail.contracts.diagnosis.FindingColumns.GAP;
import static io.asktrail.contracts.diagnosis.FindingColumns.SHARE_OF_GAP;

import io.asktrail.contracts.diagnosis.Found;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Table;
import io.asktrail.insights.seen.FindingTable;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gap between the sales that ads claim and the net sales that were booked, in parts that come to it exactly. Both
 * sides are seen by campaign: an order names the campaign it came from, or none.
 */
public final class ReconciliationFindings {
    private static final MetricId ATTRIBUTED = new MetricId("attributed_sales");
    private static final MetricId GROSS = new MetricId("gross_sales");
    private static final MetricId REFUNDS = new MetricId("refunds");
    private static final int SHARE_SCALE = 4;

    /** Why the two sides differ, in the order in which it is told. */
    private enum Part {
        WITHOUT_AD(Found.WITHOUT_AD),
        REFUNDED(Found.REFUNDED),
        ONLY_BOOKED(Found.ONLY_BOOKED),
        ONLY_ATTRIBUTED(Found.ONLY_ATTRIBUTED),
        WINDOW(Found.ATTRIBUTION_WINDOW);

        private final Found found;

        Part(Found found) {
            this.found = found;
        }
    }

    /** What both sides say of some campaigns. */
    private record Sides(BigDecimal attributed, BigDecimal gross, BigDecimal refunds) {
        static final Sides NOTHING = new Sides(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Sides plus(Sides other) {
            return new Sides(attributed.add(other.attributed), gross.add(other.gross), refunds.add(other.refunds));
        }

        /** What ads claim beyond what was booked, refunds aside. */
        BigDecimal beforeRefunds() {
            return attributed.subtract(gross);
        }

        BigDecimal gap() {
            return beforeRefunds().add(refunds);
        }
    }

    private final FindingTable table;

    private ReconciliationFindings(Registry registry) {
        table = new FindingTable(registry)
                .members("Part")
                .metric(ATTRIBUTED, "", "")
                .metric(GROSS, "", "")
                .metric(REFUNDS, "", "")
                .number(GAP, "Gap", registry.metric(ATTRIBUTED).unit().text())
                .number(SHARE_OF_GAP, "Share of the gap", "percent");
    }

    /** Empty where one of the sides was not seen by campaign. */
    public static Optional<Table> of(Registry registry, List<SeenRows> seen) {
        return seen.stream()
                .filter(rows -> rows.has(ATTRIBUTED.value()) && rows.has(GROSS.value()) && rows.has(REFUNDS.value()))
                .findFirst()
                .map(rows -> new ReconciliationFindings(registry).table(parts(rows)));
    }

    private static Map<Part, Sides> parts(SeenRows rows) {
        var parts = new EnumMap<Part, Sides>(Part.class);
        for (var row = 0; row < rows.size(); row++) {
            var sides = new Sides(rows.sum(row, ATTRIBUTED, ""), rows.sum(row, GROSS, ""), rows.sum(row, REFUNDS, ""));
            var part = rows.member(row).equals(SeenRows.NOBODY)
                    ? Part.WITHOUT_AD
                    : sides.gross().signum() == 0
                            ? Part.ONLY_ATTRIBUTED
                            : sides.attributed().signum() == 0 ? Part.ONLY_BOOKED : Part.WINDOW;
            parts.merge(part, sides, Sides::plus);
        }
        return parts;
    }

    private Table table(Map<Part, Sides> parts) {
        var all = parts.values().stream().reduce(Sides.NOTHING, Sides::plus);
        add(null, all, all.gap(), all.gap());
        for (var part : Part.values()) {
            if (part == Part.REFUNDED) {
                table.row()
                        .found(part.found)
                        .put(REFUNDS.value(), all.refunds())
                        .put(GAP, all.refunds())
                        .put(SHARE_OF_GAP, share(all.refunds(), all.gap()));
            } else {
                var sides = parts.getOrDefault(part, Sides.NOTHING);
                add(part.found, sides, sides.beforeRefunds(), all.gap());
            }
        }
        return table.table();
    }

    private void add(@Nullable Found found, Sides sides, BigDecimal gap, BigDecimal whole) {
        table.row()
                .put(FOUND, found == null ? null : found.code())
                .put(ATTRIBUTED.value(), sides.attributed())
                .put(GROSS.value(), sides.gross())
                .put(REFUNDS.value(), found == null ? sides.refunds() : null)
                .put(GAP, gap)
                .put(SHARE_OF_GAP, share(gap, whole));
    }

    private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, SHARE_SCALE, RoundingMode.HALF_UP);
    }
}
