package io.asktrail.compute;

import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A total order of rows, whatever order they arrive in: as asked, then by date, then by every other dimension. */
final class RowOrder {
    private RowOrder() {}

    static Frame sort(Vocabulary vocabulary, Frame frame, List<Ordering> orderings) {
        Comparator<Integer> order = (_, _) -> 0;
        for (var ordering : orderings) {
            order = order.thenComparing(
                    by(frame.column(ordering.field().value()), ordering.direction() == Direction.DESC));
        }
        if (frame.has(TaskSpec.DATE.value())) {
            order = order.thenComparing(by(frame.column(TaskSpec.DATE.value()), false));
        }
        for (var dimension : vocabulary.dimensionColumns(frame)) {
            order = order.thenComparing(by(frame.column(dimension), false));
        }
        var rows = Arrays.stream(frame.rowNumbers()).boxed().toArray(Integer[]::new);
        Arrays.sort(rows, order);
        return frame.take(Arrays.stream(rows).mapToInt(Integer::intValue).toArray());
    }

    // Empty cells come last in both directions: they are neither most nor least.
    private static Comparator<Integer> by(List<@Nullable Object> cells, boolean descending) {
        return (a, b) -> {
            var left = cells.get(a);
            var right = cells.get(b);
            if (left == null || right == null) {
                return Boolean.compare(left == null, right == null);
            }
            var compared = compare(left, right);
            return descending ? -compared : compared;
        };
    }

    @SuppressWarnings("unchecked") // cells of one column have one type, and all cell types are comparable
    private static int compare(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
