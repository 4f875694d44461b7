package io.asktrail.insights.pacing;

import static io.asktrail.contracts.diagnosis.FindingColumns.CAPPED_DAYS;
import static io.asktrail.contracts.diagnosis.FindingColumns.PACE;
import static io.asktrail.contracts.diagnosis.FindingColumns.PLANNED;
import static io.asktrail.contracts.diagnosis.FindingColumns.PROJECTED;
import static io.asktrail.contracts.diagnosis.FindingColumns.PROJECTED_PACE;
import static io.asktrail.contracts.diagnosis.FindingColumns.RUNS_OUT;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.insights.seen.FindingTable;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether spend keeps to its budget: the whole first, then the members that are furthest from it. */
public final class PacingFindings {
    private static final MetricId SPEND = new MetricId("spend");
    private static final MetricId BUDGET = new MetricId("budget");
    private static final int MOST = 10;
    private static final int SHARE_SCALE = 4;

    private final Registry registry;
    private final LocalDate end;

    private PacingFindings(Registry registry, LocalDate end) {
        this.registry = registry;
        this.end = end;
    }

    /** Empty where no day is known of both. */
    public static Optional<Table> of(Registry registry, TaskSpec task, List<SeenRows> seen) {
        var end = endOfPlan(task);
        return seen.stream()
                .filter(rows -> rows.isSeries() && rows.has(SPEND.value()) && rows.has(BUDGET.value()))
                .findFirst()
                .flatMap(rows -> new PacingFindings(registry, end).table(paces(rows)));
    }

    /** A month to date is planned to the month's end; days that are over are planned to their last one. */
    private static LocalDate endOfPlan(TaskSpec task) {
        var period = task.period();
        return switch (period.range() == null ? "" : period.range()) {
            case "this_month" -> period.end().withDayOfMonth(period.end().lengthOfMonth());
            case "this_week" -> period.start().plusDays(6);
            case "this_quarter" -> period.start().plusMonths(3).minusDays(1);
            case "this_year" -> period.start().plusYears(1).minusDays(1);
            default -> period.end();
        };
    }

    private static Map<String, TreeMap<LocalDate, Pace.Day>> paces(SeenRows rows) {
        Map<String, TreeMap<LocalDate, Pace.Day>> paces = new TreeMap<>();
        for (var row = 0; row < rows.size(); row++) {
            var spend = rows.number(row, SPEND.value());
            var budget = rows.number(row, BUDGET.value());
            if (spend != null || budget != null) {
                var day = new Pace.Day(orZero(spend), orZero(budget));
                paces.computeIfAbsent(rows.member(row), _ -> new TreeMap<>()).merge(rows.day(row), day, Pace.Day::plus);
            }
        }
        return paces;
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private Optional<Table> table(Map<String, TreeMap<LocalDate, Pace.Day>> members) {
        var all = new TreeMap<LocalDate, Pace.Day>();
        members.values().forEach(days -> days.forEach((day, of) -> all.merge(day, of, Pace.Day::plus)));
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var table = new FindingTable(registry)
                .members("Whose")
                .metric(SPEND, "", " so far")
                .metric(BUDGET, "", " so far")
                .number(PACE, "Spent of the budget so far", "percent")
                .metric(SPEND, suffix(PROJECTED, SPEND), " at the end, as projected")
                .metric(BUDGET, suffix(PLANNED, BUDGET), " at the end, as planned")
                .number(PROJECTED_PACE, "Projected of the planned budget", "percent")
                .date(RUNS_OUT, "Budget used up on")
                .number(CAPPED_DAYS, "Days at the budget's limit", "count");
        add(table, null, new Pace(all, end));
        members.entrySet().stream()
                .filter(member -> !member.getKey().isEmpty())
                .map(member -> Map.entry(member.getKey(), new Pace(filled(member.getValue(), all), end)))
                .sorted(Comparator.comparing((Map.Entry<String, Pace> member) -> member.getValue()
                                .projected()
                                .subtract(member.getValue().planned())
                                .abs())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(member -> add(table, member.getKey(), member.getValue()));
        return Optional.of(table.table());
    }

    private static String suffix(String column, MetricId metric) {
        return column.substring(metric.value().length());
    }

    // Who is not in a day that others are in spent nothing that day, and had nothing to spend.
    private static TreeMap<LocalDate, Pace.Day> filled(
            TreeMap<LocalDate, Pace.Day> days, TreeMap<LocalDate, Pace.Day> all) {
        var filled = new TreeMap<>(days);
        all.keySet().forEach(day -> filled.putIfAbsent(day, new Pace.Day(BigDecimal.ZERO, BigDecimal.ZERO)));
        return filled;
    }

    private static void add(FindingTable table, @Nullable String member, Pace pace) {
        var row = table.row();
        if (member != null) {
            row.member(member);
        }
        row.put(SPEND.value(), pace.spend())
                .put(BUDGET.value(), pace.budget())
                .put(PACE, share(pace.spend(), pace.budget()))
                .put(PROJECTED, pace.projected().setScale(2, RoundingMode.HALF_UP))
                .put(PLANNED, pace.planned().setScale(2, RoundingMode.HALF_UP))
                .put(PROJECTED_PACE, share(pace.projected(), pace.planned()))
                .put(RUNS_OUT, pace.runsOut().orElse(null))
                .put(CAPPED_DAYS, BigDecimal.valueOf(pace.cappedDays()));
    }

    private static @Nullable BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.divide(whole, MathContext.DECIMAL64).setScale(SHARE_SCALE, RoundingMode.HALF_UP);
    }
}
