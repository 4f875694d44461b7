package io.asktrail.insights;

import io.asktrail.contracts.agent.InsightsAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.diagnosis.Observation;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.registry.CurrentRegistry;
import io.asktrail.registry.Registry;
import io.asktrail.registry.metric.Additivity;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The logic of agent-insights, the same in its own process and beside the orchestrator. */
final class Insights implements InsightsAgent {
    private final CurrentRegistry registries;

    Insights(CurrentRegistry registries) {
        this.registries = registries;
    }

    @Override
    public StepResult contributions(CallContext call, ContributionRequest request) {
        var began = System.nanoTime();
        var registry = registries.get();
        var metric = registry.metric(request.metric());
        if (metric.additivity() != Additivity.ADDITIVE) {
            return new StepResult.Missing(
                    ErrorCode.NOT_SUPPORTED_YET,
                    "%s does not add up, so its change cannot be shared out yet."
                            .formatted(metric.names().english()));
        }
        var wholes = rows(request.seen().stream()
                .filter(seen -> seen.look().groupBy().isEmpty())
                .toList());
        if (wholes.isEmpty()) {
            return new StepResult.Missing(
                    ErrorCode.INPUT_MISSING,
                    "How much it changed as a whole is not known, so it cannot be shared out.");
        }
        var table = table(request, registry, wholes.getFirst());
        var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return new StepResult.Rows(table, table.size(), false, null, List.of(), null, List.of(), took);
    }

    private static io.asktrail.contracts.table.Table table(
            ContributionRequest request, Registry registry, Observation whole) {
        var contributions = new Contributions(registry, request.metric(), Changes.of(whole, request.metric()));
        for (var seen : rows(request.seen())) {
            if (seen.look().groupBy().size() == 1) {
                contributions.add(seen.look().groupBy().getFirst(), Changes.of(seen, request.metric()));
            }
        }
        return contributions.table();
    }

    private static List<Observation> rows(List<Observation> seen) {
        return seen.stream()
                .filter(observation -> observation.result() instanceof StepResult.Rows)
                .toList();
    }
}
