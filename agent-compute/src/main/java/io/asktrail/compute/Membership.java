package io.asktrail.compute;

import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keeps the rows of groups that another step found, at every date; a group without a name is a group like others. */
final class Membership {
    private final Vocabulary vocabulary;
    private final Frame groups;

    Membership(Vocabulary vocabulary, Frame groups) {
        this.vocabulary = vocabulary;
        this.groups = groups;
    }

    Frame keep(Frame frame) {
        var keys = keysOf(frame);
        var members = new HashSet<List<@Nullable Object>>();
        IntStream.range(0, groups.size()).forEach(row -> members.add(key(groups, keys, row)));
        return frame.take(IntStream.range(0, frame.size())
                .filter(row -> members.contains(key(frame, keys, row)))
                .toArray());
    }

    // A campaign's name may change or repeat; its id does neither.
    private List<String> keysOf(Frame frame) {
        var columns = Set.copyOf(vocabulary.dimensionColumns(groups));
        return vocabulary.dimensionColumns(frame).stream()
                .filter(columns::contains)
                .filter(column -> !column.equals(TaskSpec.DATE.value()))
                .filter(column -> column.equals(Vocabulary.baseOf(column)))
                .map(column -> columns.contains(column + ".id") && frame.has(column + ".id") ? column + ".id" : column)
                .toList();
    }

    private static List<@Nullable Object> key(Frame frame, List<String> keys, int row) {
        var key = new ArrayList<@Nullable Object>(keys.size());
        keys.forEach(column -> key.add(frame.column(column).get(row)));
        return key;
    }
}
