package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import java.util.Optional;

/** What a source says where it gives some of the metrics that it was asked for and not the others. */
final class LostMetrics {
    private LostMetrics() {}

    /** Why metrics are not among the columns; empty if all are. */
    static Optional<String> reason(StepResult.Rows rows) {
        return rows.notes().stream()
                .filter(note -> note.code().equals(Note.METRIC_LOST))
                .map(Note::text)
                .findFirst();
    }
}
