package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.result.StepResult;
import java.time.Duration;
import java.util.Optional;

/** A second place for results, which all orchestrators see. What it cannot give is fetched; it never fails. */
public interface SharedResults {
    Optional<StepResult.Rows> find(StepKey key);

    /** May do so later, beside the question. */
    void keep(StepKey key, StepResult.Rows rows, Duration keep);

    static SharedResults none() {
        return new SharedResults() {
            @Override
            public Optional<StepResult.Rows> find(StepKey key) {
                return Optional.empty();
            }

            @Override
            public void keep(StepKey key, StepResult.Rows rows, Duration keep) {}
        };
    }
}
