package io.asktrail.compute;

import io.asktrail.contracts.plan.StepInputs.DateRange;
import io.asktrail.contracts.task.Grain;
import io.asktrail.contracts.task.TaskSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds the points that a series lacks: 0 for what flows, empty for the rest; formulas run afterwards. */
final class GapFilling {
    private static final String DATE = TaskSpec.DATE.value();

    private final Vocabulary vocabulary;

    GapFilling(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Every combination of the other dimensions gets every point; where there are no rows at all, none is made up. */
    Frame fill(Frame frame, DateRange range, Grain grain) {
        if (!frame.has(DATE) || frame.size() == 0) {
            return frame;
        }
        var points = points(range, grain);
        var added = new ArrayList<Gap>();
        presentDates(frame)
                .values()
                .forEach(group -> points.stream()
                        .filter(point -> !group.dates.contains(point))
                        .forEach(point -> added.add(new Gap(point, group.firstRow))));
        return append(frame, added);
    }

    private List<LocalDate> points(DateRange range, Grain grain) {
        var points = new ArrayList<LocalDate>();
        var calendar = vocabulary.registry().calendar();
        for (var point = calendar.startOf(grain, range.start()); !point.isAfter(range.end()); ) {
            points.add(point);
            point = next(point, grain);
        }
        return points;
    }

    static LocalDate next(LocalDate point, Grain grain) {
        return switch (grain) {
            case DAY -> point.plusDays(1);
            case WEEK -> point.plusWeeks(1);
            case MONTH -> point.plusMonths(1);
            case QUARTER -> point.plusMonths(3);
            case YEAR -> point.plusYears(1);
        };
    }

    private LinkedHashMap<List<@Nullable Object>, Group> presentDates(Frame frame) {
        var others = vocabulary.dimensionColumns(frame).stream()
                .filter(column -> !column.equals(DATE))
                .map(frame::column)
                .toList();
        var dates = frame.column(DATE);
        var groups = new LinkedHashMap<List<@Nullable Object>, Group>();
        for (var row = 0; row < frame.size(); row++) {
            var key = new ArrayList<@Nullable Object>(others.size());
            for (var other : others) {
                key.add(other.get(row));
            }
            var first = row;
            var date = dates.get(row);
            if (date != null) {
                groups.computeIfAbsent(key, _ -> new Group(first, new HashSet<>()))
                        .dates
                        .add((LocalDate) date);
            }
        }
        return groups;
    }

    private Frame append(Frame frame, List<Gap> gaps) {
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var column : frame.columns()) {
            var values = new ArrayList<>(frame.column(column.id()));
            for (var gap : gaps) {
                if (column.id().equals(DATE)) {
                    values.add(gap.date);
                } else if (vocabulary.isDimension(column)) {
                    values.add(values.get(gap.like));
                } else {
                    values.add(vocabulary.isFlow(column.id()) ? BigDecimal.ZERO : null);
                }
            }
            cells.add(values);
        }
        return new Frame(frame.columns(), cells, frame.size() + gaps.size());
    }

    private record Group(int firstRow, Set<LocalDate> dates) {}

    /** @param like a row with the same other dimensions */
    private record Gap(LocalDate date, int like) {}
}
