package io.asktrail.compute;

import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A total order of rows, whatever order they arrive in: as asked, then by date, then by every other dimension. */
final class RowOrder {
    private RowOrder() {}

    static Frame sort(Vocabulary vocabulary, Frame frame, List<Ordering> orderings) {
        var ranks = new ArrayList<Ranks>();
        for (var ordering : orderings) {
            ranks.add(Ranks.of(frame.column(ordering.field().value()), ordering.direction() == Direction.DESC));
        }
        if (frame.has(TaskSpec.DATE.value())) {
            ranks.add(Ranks.of(frame.column(TaskSpec.DATE.value()), false));
        }
        for (var dimension : vocabulary.dimensionColumns(frame)) {
            ranks.add(Ranks.of(frame.column(dimension), false));
        }
        return frame.take(order(ranks, frame.size()));
    }

    /**
     * The places of a column's values among each other, which compare much quicker than the values.
     *
     * @param count more than any place
     */
    private record Ranks(int[] places, int count) {
        // Empty cells come last in both directions: they are neither most nor least.
        static Ranks of(List<@Nullable Object> cells, boolean descending) {
            var places = new HashMap<Object, Integer>();
            for (var cell : cells) {
                if (cell != null) {
                    places.putIfAbsent(cell, 0);
                }
            }
            var sorted = new ArrayList<>(places.keySet());
            sorted.sort(
                    descending
                            ? Comparator.comparing(RowOrder::comparable).reversed()
                            : Comparator.comparing(RowOrder::comparable));
            var place = 0;
            for (var i = 0; i < sorted.size(); i++) {
                // 1.0 and 1.00 are two objects and one number.
                if (i > 0 && comparable(sorted.get(i - 1)).compareTo(sorted.get(i)) != 0) {
                    place++;
                }
                places.put(sorted.get(i), place);
            }
            var last = place + 1;
            var ranks = new int[cells.size()];
            for (var row = 0; row < ranks.length; row++) {
                var cell = cells.get(row);
                ranks[row] = cell == null ? last : Objects.requireNonNull(places.get(cell));
            }
            return new Ranks(ranks, last + 1);
        }
    }

    private static int[] order(List<Ranks> ranks, int size) {
        var different = (double) Math.max(size, 1);
        for (var rank : ranks) {
            different *= rank.count();
        }
        return different < Long.MAX_VALUE ? packed(ranks, size) : compared(ranks, size);
    }

    // All places of a row and its number in one long: sorting those sorts the rows.
    private static int[] packed(List<Ranks> ranks, int size) {
        var keys = new long[size];
        for (var rank : ranks) {
            for (var row = 0; row < size; row++) {
                keys[row] = keys[row] * rank.count() + rank.places()[row];
            }
        }
        for (var row = 0; row < size; row++) {
            keys[row] = keys[row] * size + row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) (key % size)).toArray();
    }

    private static int[] compared(List<Ranks> ranks, int size) {
        Comparator<Integer> order = (_, _) -> 0;
        for (var rank : ranks) {
            order = order.thenComparing(row -> rank.places()[row]);
        }
        var rows = new Integer[size];
        Arrays.setAll(rows, row -> row);
        Arrays.sort(rows, order);
        return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
    }

    @SuppressWarnings("unchecked") // cells of one column have one type, and all cell types are comparable
    private static Comparable<Object> comparable(Object cell) {
        return (Comparable<Object>) cell;
    }
}
