package io.asktrail.insights;

import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Diagnosis;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.insights.anomaly.AnomalyFindings;
import io.asktrail.insights.change.ChangeFindings;
import io.asktrail.insights.health.HealthFindings;
import io.asktrail.insights.pacing.PacingFindings;
import io.asktrail.insights.reconciliation.ReconciliationFindings;
import io.asktrail.insights.saying.InsightsSaying;
import io.asktrail.insights.searchterm.SearchTermFindings;
import io.asktrail.insights.seen.SeenRows;
import io.asktrail.insights.waste.WasteFindings;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The logic of agent-insights, the same in its own process and beside the orchestrator. */
final class Insights implements InsightsAgent {
    private final CurrentRegistry registries;

    Insights(CurrentRegistry registries) {
        this.registries = registries;
    }

    @Override
    public StepResult findings(CallContext call, FindingsRequest request) {
        var began = System.nanoTime();
        var diagnosis = request.task().diagnosis();
        if (diagnosis == null) {
            return missing(call, InsightsSaying.FIND_OUT_WHAT);
        }
        var seen = SeenRows.of(request.seen());
        return table(diagnosis.kind(), registries.get(), request.task(), seen)
                .<StepResult>map(table -> new StepResult.Rows(
                        table,
                        table.size(),
                        false,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)))
                .orElseGet(() -> missing(call, InsightsSaying.missing(diagnosis.kind())));
    }

    private static Optional<Table> table(Diagnosis.Kind kind, Registry registry, TaskSpec task, List<SeenRows> seen) {
        return switch (kind) {
            case CHANGE -> ChangeFindings.of(registry, task, seen);
            case ANOMALY -> AnomalyFindings.of(registry, task, seen);
            case PACING -> PacingFindings.of(registry, task, seen);
            case WASTE -> WasteFindings.of(registry, seen);
            case RECONCILIATION -> ReconciliationFindings.of(registry, seen);
            case HEALTH -> HealthFindings.of(registry, task, seen);
            case SEARCH_TERMS -> SearchTermFindings.of(registry, seen);
        };
    }

    private static StepResult missing(CallContext call, InsightsSaying why) {
        var reason = Wording.withoutNames(call.language()).of(why);
        return new StepResult.Missing(ErrorCode.INPUT_MISSING, reason);
    }
}
