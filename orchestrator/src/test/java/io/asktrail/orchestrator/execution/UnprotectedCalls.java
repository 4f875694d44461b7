package io.asktrail.orchestrator.execution;

import io.asktrail.orchestrator.tools.ProtectionForTests;

/** Calls without quotas, kept results or repetitions: what is under test is the run. */
public final class UnprotectedCalls {
    private UnprotectedCalls() {}

    public static StepCalls of(StepCaller agents) {
        return new StepCalls(
                agents,
                ProtectionForTests.none(),
                ProtectionForTests.nothingKept(),
                _ -> "d1",
                tools.jackson.databind.json.JsonMapper.shared());
    }
}
