package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import java.util.List;
import java.util.Map;

/** What every step gave, and the trail of it in the plan's order. */
public record RunResult(Map<StepId, StepResult> results, List<TrailStep> trail) {
    public RunResult {
        results = Map.copyOf(results);
        trail = List.copyOf(trail);
    }

    /** Whether a step gave nothing, or less than it was asked for. */
    public boolean hasMissing() {
        return results.values().stream().anyMatch(result -> switch (result) {
            case StepResult.Missing _ -> true;
            case StepResult.Rows rows ->
                LostMetrics.reason(rows).isPresent() || rows.notes().stream().anyMatch(Note::tellsOfAGap);
        });
    }
}
