package io.asktrail.composer.shown;

import io.asktrail.composer.words.Words;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Calculation;
import io.asktrail.contracts.task.TaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Whoever has no row or column of their own, in the language of the answer: results name them for every language at once. */
record Others(TaskSpec task, Words words) {
    /** Their row in a table as it came: the last, behind those that the limit keeps; empty if there is none. */
    OptionalInt row(Table table) {
        var limit = task.limit();
        var asked = task.calculations().stream().anyMatch(each -> each.kind() == Calculation.Kind.OTHERS);
        return asked
                        && limit != null
                        && table.size() > limit
                        && table.rows().getLast().stream().anyMatch(Others::areNamed)
                ? OptionalInt.of(table.size() - 1)
                : OptionalInt.empty();
    }

    private static boolean areNamed(@Nullable Object cell) {
        return cell instanceof String name && Calculation.othersNamed(name).isPresent();
    }

    /** The table with their row's name in words. */
    Table named(Table table, OptionalInt row) {
        if (row.isEmpty()) {
            return table;
        }
        var rows = new ArrayList<List<@Nullable Object>>(table.rows());
        rows.set(row.getAsInt(), named(rows.get(row.getAsInt())));
        return new Table(table.columns(), rows, table.totals());
    }

    private List<@Nullable Object> named(List<@Nullable Object> row) {
        var cells = new ArrayList<@Nullable Object>(row);
        cells.replaceAll(cell -> cell instanceof String name ? of(name) : cell);
        return cells;
    }

    /** The name in words if it stands for them; any other name as it is. */
    String of(String name) {
        var members = Calculation.othersNamed(name);
        return members.isEmpty() ? name : words.of("member.others", "count", Integer.toString(members.getAsInt()));
    }
}
