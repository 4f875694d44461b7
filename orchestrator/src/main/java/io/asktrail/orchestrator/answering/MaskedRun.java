package io.asktrail.orchestrator.answering;

import io.asktrail.contracts.answer.TrailStep;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.guardrails.masking.Masking;
import io.asktrail.orchestrator.execution.RunResult;
import java.util.HashMap;
import java.util.Map;

/**
 * What steps gave, as the caller may have it: after rows were joined on what they share and before a word is written, so
 * that text, table and chart agree.
 */
public record MaskedRun(Masking masking) {
    public RunResult of(RunResult result) {
        Map<StepId, StepResult> masked = new HashMap<>();
        result.results().forEach((step, given) -> masked.put(step, of(given)));
        return new RunResult(masked, result.trail().stream().map(this::step).toList());
    }

    private StepResult of(StepResult result) {
        return switch (result) {
            case StepResult.Missing(var code, var reason) -> new StepResult.Missing(code, masking.text(reason));
            case StepResult.Rows rows ->
                new StepResult.Rows(
                        masking.table(rows.table()),
                        rows.rowCount(),
                        rows.truncated(),
                        rows.freshness(),
                        rows.notes().stream()
                                .map(note -> note.changed(masking::text))
                                .toList(),
                        masking.textOrNull(rows.query()),
                        rows.verdicts(),
                        rows.tookMs());
        };
    }

    public TrailStep step(TrailStep step) {
        return new TrailStep(
                step.step(),
                step.agent(),
                step.tool(),
                masking.textOrNull(step.query()),
                step.rows(),
                step.ms(),
                step.attempts(),
                step.cache(),
                step.error(),
                step.verdicts());
    }
}
