package io.asktrail.compute;

import io.asktrail.contracts.task.TaskSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that follow one another: one series for each combination of the other dimensions, or all rows as they stand. */
final class Partitions {
    private final Vocabulary vocabulary;
    private final Frame frame;

    Partitions(Vocabulary vocabulary, Frame frame) {
        this.vocabulary = vocabulary;
        this.frame = frame;
    }

    List<int[]> inOrder() {
        var date = TaskSpec.DATE.value();
        if (!frame.has(date)) {
            return List.of(frame.rowNumbers());
        }
        var dates = frame.column(date);
        Comparator<Integer> byDate = Comparator.comparing(
                row -> (LocalDate) dates.get(row), Comparator.nullsLast(Comparator.naturalOrder()));
        return groups(date).stream()
                .map(rows ->
                        rows.stream().sorted(byDate).mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private Collection<List<Integer>> groups(String date) {
        var others = vocabulary.dimensionColumns(frame).stream()
                .filter(column -> !column.equals(date))
                .map(frame::column)
                .toList();
        var groups = new LinkedHashMap<List<@Nullable Object>, List<Integer>>();
        for (var row = 0; row < frame.size(); row++) {
            var key = new ArrayList<@Nullable Object>(others.size());
            for (var other : others) {
                key.add(other.get(row));
            }
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        return groups.values();
    }
}
