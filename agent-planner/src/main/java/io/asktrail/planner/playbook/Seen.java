package io.asktrail.planner.playbook;

import io.asktrail.contracts.agent.PlaybookAgent.NextRequest;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import java.util.Optional;

/** What the observations say that the next round depends on. */
record Seen(NextRequest request) {
    /** Why there is no change to look into; empty if there is one. */
    Optional<PlaybookSaying> whyNotChanged() {
        var whole = request.seen().stream()
                .filter(seen -> seen.look().groupBy().isEmpty() && seen.look().compare() != null)
                .map(seen -> seen.result())
                .findFirst();
        if (whole.isEmpty() || !(whole.get() instanceof StepResult.Rows rows)) {
            return Optional.of(PlaybookSaying.WHOLE_NOT_SEEN);
        }
        return changed(rows.table()) ? Optional.empty() : Optional.of(PlaybookSaying.NOTHING_CHANGED);
    }

    private boolean changed(Table table) {
        var column = table.indexOf(request.task().metrics().getFirst() + ".change");
        return column.isPresent() && table.size() > 0 && isMoved(table, column.getAsInt());
    }

    private static boolean isMoved(Table table, int column) {
        var change = table.number(0, column);
        return change != null && change.signum() != 0;
    }
}
