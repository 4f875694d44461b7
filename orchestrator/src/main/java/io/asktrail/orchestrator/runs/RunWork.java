package io.asktrail.orchestrator.runs;

import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.stage.Stage;
import java.util.function.Consumer;

/** Does what a run is for, and finishes the run. */
@FunctionalInterface
public interface RunWork {
    void work(CallContext call, RunRequest request, Run run, Consumer<Stage> stages);
}
