package io.asktrail.insights.health;

import static io.asktrail.contracts.diagnosis.FindingColumns.ABOUT;
import static io.asktrail.contracts.diagnosis.FindingColumns.BUDGETS;
import static io.asktrail.contracts.diagnosis.FindingColumns.NUMBERS;
import static io.asktrail.contracts.diagnosis.FindingColumns.UNUSUAL;

import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.insights.anomaly.AnomalyFindings;
import io.asktrail.insights.pacing.PacingFindings;
import io.asktrail.insights.seen.FindingTable;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.registry.Registry;
import java.util.List;
import java.util.Optional;

/** The numbers against the period before, then what the anomaly and the pacing of the same days come to, the gravest first. */
public final class HealthFindings {
    private static final int MOST_UNUSUAL = 5;

    /** The whole, and the campaigns that end furthest from their plan. */
    private static final int MOST_BUDGETS = 4;

    private HealthFindings() {}

    /** Empty where the numbers of the two periods were not seen. */
    public static Optional<Table> of(Registry registry, TaskSpec task, List<SeenRows> seen) {
        return seen.stream()
                .filter(rows -> rows.isCompared() && rows.categories().isEmpty() && rows.size() == 1)
                .findFirst()
                .map(numbers -> {
                    var table = new FindingTable(registry).text(ABOUT, "About");
                    add(table, NUMBERS, numbers.table(), 1);
                    var wholes = seen.stream()
                            .filter(rows -> rows.categories().isEmpty())
                            .toList();
                    AnomalyFindings.of(registry, task, wholes)
                            .ifPresent(unusual -> add(table, UNUSUAL, unusual, MOST_UNUSUAL));
                    PacingFindings.of(registry, task, seen)
                            .ifPresent(budgets -> add(table, BUDGETS, budgets, MOST_BUDGETS));
                    return table.table();
                });
    }

    private static void add(FindingTable table, String about, Table rows, int most) {
        rows.columns().forEach(table::column);
        rows.rows().stream().limit(most).forEach(cells -> {
            var row = table.row().put(ABOUT, about);
            for (var i = 0; i < cells.size(); i++) {
                row.put(rows.columns().get(i).id(), cells.get(i));
            }
        });
    }
}
