package io.asktrail.orchestrator.execution;

import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts the steps of a plan into waves: a step runs in the first wave after all that it needs. */
final class Waves {
    private Waves() {}

    static List<List<Step>> of(Plan plan) {
        var waves = new ArrayList<List<Step>>();
        Map<StepId, Integer> waveOf = new HashMap<>();
        for (var step : plan.steps()) {
            var wave = step.inputs().needs().stream()
                            .mapToInt(need -> waveOf.getOrDefault(need, 0))
                            .max()
                            .orElse(-1)
                    + 1;
            waveOf.put(step.id(), wave);
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(step);
        }
        return waves;
    }
}
