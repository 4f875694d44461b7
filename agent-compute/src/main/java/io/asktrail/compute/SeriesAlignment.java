package io.asktrail.compute;

import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.NoteValue;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two series, point by point from the start of each: the earlier one is given the dates of the later one. A point
 * beyond the end of the shorter series has no counterpart, which is not the same as a day without sales.
 */
final class SeriesAlignment {
    private static final String DATE = TaskSpec.DATE.value();

    private final Frame previous;
    private final List<Object> now;
    private final List<Object> before;

    SeriesAlignment(Frame current, Frame previous) {
        this.previous = previous;
        this.now = points(current);
        this.before = points(previous);
    }

    private static List<Object> points(Frame frame) {
        var points = new TreeSet<Object>();
        frame.column(DATE).stream().filter(Objects::nonNull).forEach(points::add);
        return List.copyOf(points);
    }

    /** The earlier rows under the later dates; rows without such a date are left out. */
    Frame aligned() {
        var dates = previous.column(DATE);
        var rows = IntStream.range(0, previous.size())
                .filter(row -> dates.get(row) != null && before.indexOf(dates.get(row)) < now.size())
                .toArray();
        var kept = previous.take(rows);
        var moved = new ArrayList<@Nullable Object>(rows.length);
        for (var row : rows) {
            moved.add(now.get(before.indexOf(dates.get(row))));
        }
        return kept.with(kept.definition(DATE), moved);
    }

    /** Empties the earlier numbers of points that the earlier period does not have. */
    Frame withoutInventedPoints(Frame joined, List<String> columns) {
        var beyond = new HashSet<>(now.subList(Math.min(before.size(), now.size()), now.size()));
        var result = joined;
        for (var column : beyond.isEmpty() ? List.<String>of() : columns) {
            var cells = new ArrayList<>(joined.column(column));
            for (var row = 0; row < cells.size(); row++) {
                if (beyond.contains(joined.column(DATE).get(row))) {
                    cells.set(row, null);
                }
            }
            result = result.with(joined.definition(column), cells);
        }
        return result;
    }

    Optional<Note> note() {
        var surplus = before.size() - now.size();
        if (surplus <= 0) {
            return Optional.empty();
        }
        return Optional.of(Note.caveat(
                        "unmatched_points",
                        "The earlier period is longer: its last %s no counterpart in the rows; the totals include %s."
                                .formatted(
                                        surplus == 1 ? "point has" : surplus + " points have",
                                        surplus == 1 ? "it" : "them"))
                .about(Map.of("points", NoteValue.number(surplus))));
    }
}
