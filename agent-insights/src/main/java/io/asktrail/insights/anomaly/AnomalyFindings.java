package io.asktrail.insights.anomaly;

import static io.asktrail.contracts.diagnosis.FindingColumns.DEVIATION;
import static io.asktrail.contracts.diagnosis.FindingColumns.FROM;
import static io.asktrail.contracts.diagnosis.FindingColumns.METRIC;
import static io.asktrail.contracts.diagnosis.FindingColumns.PART;
import static io.asktrail.contracts.diagnosis.FindingColumns.PEAK;
import static io.asktrail.contracts.diagnosis.FindingColumns.SCORE;
import static io.asktrail.contracts.diagnosis.FindingColumns.TO;
import static io.asktrail.contracts.diagnosis.FindingColumns.USUAL_HIGH;
import static io.asktrail.contracts.diagnosis.FindingColumns.USUAL_LOW;

import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.insights.seen.FindingTable;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which days of a period were not as such days usually are, of the whole and of single members. */
public final class AnomalyFindings {
    /** Deviations to each side that are shown as usual. */
    private static final BigDecimal USUAL = new BigDecimal(3);

    private static final int MOST = 20;
    private static final int SHARE_SCALE = 4;
    private static final int SCORE_SCALE = 1;

    private final Registry registry;
    private final FindingTable table;

    private AnomalyFindings(Registry registry) {
        this.registry = registry;
        this.table = new FindingTable(registry)
                .text(METRIC, "Number")
                .text(PART, "By")
                .members("Whose")
                .date(FROM, "From")
                .date(TO, "To")
                .date(PEAK, "Furthest out on")
                .number(DEVIATION, "Off the usual by", "percent")
                .number(SCORE, "Deviations", "ratio");
    }

    /** Empty where no line goes back far enough. */
    public static Optional<Table> of(Registry registry, TaskSpec task, List<SeenRows> seen) {
        var lines = seen.stream()
                .filter(SeenRows::isSeries)
                .flatMap(rows -> new Lines(registry, rows).all().stream())
                .toList();
        var last = lastComplete(task.period());
        var judged = lines.stream().anyMatch(line -> isJudged(line, task.period(), last));
        if (!judged) {
            return Optional.empty();
        }
        var detector = new Detector(
                task.period().start(),
                last,
                lines.stream().filter(Line::isWhole).toList());
        var findings = new AnomalyFindings(registry);
        told(lines.stream()
                        .flatMap(line -> detector.runs(line).stream())
                        .sorted(Comparator.comparing((Run run) -> run.score().abs())
                                .reversed()
                                .thenComparing(Run::from)
                                .thenComparing(run -> run.line().member()))
                        .toList())
                .stream()
                .limit(MOST)
                .forEach(findings::add);
        return Optional.of(findings.table.table());
    }

    // A brand that is all of its category stands out twice, and is one finding.
    private static List<Run> told(List<Run> runs) {
        var told = new ArrayList<Run>();
        for (var run : runs) {
            if (told.stream().noneMatch(run::isTheSameAs)) {
                told.add(run);
            }
        }
        return told;
    }

    // The last day of a running period is not over.
    private static LocalDate lastComplete(Period period) {
        var running = period.range() != null
                && (period.range().startsWith("this_") || period.range().equals("today"));
        return running ? period.end().minusDays(1) : period.end();
    }

    private static boolean isJudged(Line line, Period period, LocalDate last) {
        for (var day = period.start(); !day.isAfter(last); day = day.plusDays(1)) {
            if (line.on(day).isPresent() && Usual.before(day, line).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void add(Run run) {
        var line = run.line();
        var definition = registry.metric(line.metric());
        var peak = run.peak();
        table.metric(line.metric(), "", "")
                .metric(line.metric(), USUAL_LOW, ", usually from")
                .metric(line.metric(), USUAL_HIGH, ", usually to");
        var row = table.row().put(METRIC, line.metric().value());
        if (!line.isWhole()) {
            row.put(PART, line.part()).member(line.member());
        }
        row.put(FROM, run.from())
                .put(TO, run.to())
                .put(PEAK, peak.date())
                .put(DEVIATION, deviation(peak))
                .put(SCORE, run.score().setScale(SCORE_SCALE, RoundingMode.HALF_UP))
                .put(line.metric().value(), peak.value())
                .put(line.metric().value() + USUAL_LOW, definition.rounding().apply(low(line, peak.usual())))
                .put(
                        line.metric().value() + USUAL_HIGH,
                        definition.rounding().apply(peak.usual().high(USUAL)));
    }

    // What was never below nothing is not usually below nothing.
    private static BigDecimal low(Line line, Usual usual) {
        var low = usual.low(USUAL);
        var neverBelow = line.values().values().stream().allMatch(value -> value.signum() >= 0);
        return neverBelow ? low.max(BigDecimal.ZERO) : low;
    }

    private static @org.jspecify.annotations.Nullable BigDecimal deviation(Run.Day day) {
        var middle = day.usual().middle();
        return middle.signum() == 0
                ? null
                : day.value()
                        .subtract(middle)
                        .divide(middle.abs(), MathContext.DECIMAL64)
                        .setScale(SHARE_SCALE, RoundingMode.HALF_UP);
    }
}
