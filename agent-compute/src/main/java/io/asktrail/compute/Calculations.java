package io.asktrail.compute;

import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.table.Column;
import io.asktrail.contracts.table.ColumnType;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.registry.calendar.BusinessCalendar;
import io.asktrail.registry.metric.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Columns worked out over the rows of an answer, each named after its metric: {@code spend.share}. */
final class Calculations {
    /** Decimal places of fractions and of averages: enough that rounding shows in no written figure. */
    static final int FRACTION_SCALE = 6;

    static final Rounding FRACTION = new Rounding(FRACTION_SCALE, java.math.RoundingMode.HALF_UP);
    static final String SHARE = ".share";
    static final String RUNNING_TOTAL = ".running_total";

    private static final int AVERAGE_SCALE = 2;
    private static final int DEFAULT_WINDOW = 7;

    private final Vocabulary vocabulary;

    Calculations(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The part that each row has in all rows of the frame; empty where the metric does not add up to a whole. */
    Frame share(Frame frame, MetricId metric) {
        var total = new Rollup(vocabulary, frame).of(metric, frame.rowNumbers());
        var cells = frame.column(metric.value());
        return frame.with(
                vocabulary.column(metric, SHARE, ", share", "percent"),
                eachRow(
                        frame,
                        row -> Arithmetic.divide((BigDecimal) cells.get(row), total)));
    }

    /** What has come together up to each row: by date within the other dimensions, else down the rows. */
    Frame runningTotal(Frame frame, MetricId metric) {
        var result = new @Nullable Object[frame.size()];
        var rollup = new Rollup(vocabulary, frame);
        for (var rows : new Partitions(vocabulary, frame).inOrder()) {
            @Nullable BigDecimal sum = null;
            for (var i = 0; i < rows.length; i++) {
                if (vocabulary.isAdditive(metric)) {
                    var number = frame.number(metric.value(), rows[i]);
                    sum = number == null ? sum : sum == null ? number : sum.add(number);
                    result[rows[i]] = sum;
                } else {
                    result[rows[i]] = rollup.of(metric, Arrays.copyOf(rows, i + 1));
                }
            }
        }
        return frame.with(vocabulary.column(metric, RUNNING_TOTAL, ", running total"), Arrays.asList(result));
    }

    /** Of the last points; empty until there are as many as the window needs. */
    Frame movingAverage(Frame frame, Calculation calculation) {
        var metric = Objects.requireNonNull(calculation.metric());
        int window = Objects.requireNonNullElse(calculation.window(), DEFAULT_WINDOW);
        var result = new @Nullable Object[frame.size()];
        var rollup = new Rollup(vocabulary, frame);
        for (var rows : new Partitions(vocabulary, frame).inOrder()) {
            for (var i = window - 1; i < rows.length; i++) {
                var whole = rollup.of(metric, Arrays.copyOfRange(rows, i + 1 - window, i + 1));
                result[rows[i]] = vocabulary.isAdditive(metric)
                        ? average(metric, whole, BigDecimal.valueOf(window))
                        : vocabulary.rounded(metric, whole);
            }
        }
        return frame.with(
                vocabulary.column(metric, ".moving_average", ", average of %d points".formatted(window)),
                Arrays.asList(result));
    }

    /** 1 for the first; equal numbers share a rank, and the next rank is left out. */
    Frame rank(Frame frame, MetricId metric, List<Ordering> asked) {
        var descending = asked.stream()
                .filter(ordering -> ordering.field().value().equals(metric.value()))
                .findFirst()
                .map(ordering -> ordering.direction() == Direction.DESC)
                .orElse(!vocabulary.lessIsBetter(metric));
        var cells = frame.column(metric.value());
        var sorted = cells.stream()
                .filter(Objects::nonNull)
                .map(cell -> (BigDecimal) cell)
                .sorted(descending ? java.util.Comparator.reverseOrder() : java.util.Comparator.naturalOrder())
                .toList();
        var ranks = new java.util.TreeMap<BigDecimal, Integer>();
        for (var i = 0; i < sorted.size(); i++) {
            ranks.putIfAbsent(sorted.get(i), i + 1);
        }
        return frame.with(vocabulary.column(metric, ".rank", ", rank", "count"), eachRow(frame, row -> {
            var cell = (BigDecimal) cells.get(row);
            return cell == null ? null : BigDecimal.valueOf(Objects.requireNonNull(ranks.get(cell)));
        }));
    }

    /** Divided by the days that a row stands for: those of the period, or of its part in a series. */
    Frame perDay(Frame frame, MetricId metric, DateRange period, @Nullable Grain grain) {
        var cells = frame.column(metric.value());
        var dates = frame.has("date") && grain != null ? frame.column("date") : null;
        return frame.with(vocabulary.column(metric, ".per_day", ", per day"), eachRow(frame, row -> {
            var days = dates == null || grain == null
                    ? ChronoUnit.DAYS.between(period.start(), period.end()) + 1
                    : daysOf((LocalDate) dates.get(row), grain, period);
            return average(metric, (BigDecimal) cells.get(row), BigDecimal.valueOf(days));
        }));
    }

    private long daysOf(@Nullable LocalDate point, Grain grain, DateRange period) {
        if (point == null) {
            return 0;
        }
        BusinessCalendar calendar = vocabulary.registry().calendar();
        var next = GapFilling.next(calendar.startOf(grain, point), grain);
        var from = point.isBefore(period.start()) ? period.start() : point;
        var to = next.isAfter(period.end()) ? period.end().plusDays(1) : next;
        return ChronoUnit.DAYS.between(from, to);
    }

    /** A table of one row: how many members of the dimension are left. */
    static Frame count(Vocabulary vocabulary, Frame frame, Calculation calculation) {
        var dimension = Objects.requireNonNull(calculation.of(), "a count names the dimension it counts");
        var id = dimension.value() + ".id";
        var members = new HashSet<>(frame.column(frame.has(id) ? id : dimension.value()));
        members.remove(null);
        var label = vocabulary
                .registry()
                .findDimension(dimension)
                .map(definition -> definition.names().english())
                .orElse(dimension.value());
        return new Frame(
                List.of(new Column("count", "Number of: " + label, ColumnType.NUMBER, "count")),
                List.of(List.of(BigDecimal.valueOf(members.size()))),
                1);
    }

    private @Nullable BigDecimal average(MetricId metric, @Nullable BigDecimal sum, BigDecimal parts) {
        var scale = vocabulary
                .metricOf(metric.value())
                .map(definition -> Math.max(AVERAGE_SCALE, definition.rounding().scale()))
                .orElse(AVERAGE_SCALE);
        return scaled(Arithmetic.divide(sum, parts), scale);
    }

    static @Nullable BigDecimal scaled(@Nullable BigDecimal exact, int scale) {
        return exact == null ? null : exact.setScale(scale, java.math.RoundingMode.HALF_UP);
    }

    private static List<@Nullable Object> eachRow(Frame frame, IntFunction<@Nullable BigDecimal> value) {
        var cells = new ArrayList<@Nullable Object>(frame.size());
        for (var row = 0; row < frame.size(); row++) {
            cells.add(value.apply(row));
        }
        return cells;
    }
}
