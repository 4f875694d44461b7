package io.asktrail.orchestrator.asking;

import io.asktrail.contracts.stage.Stage;
import io.asktrail.orchestrator.runs.Run;
import java.util.function.Consumer;

/**
 * One question being answered.
 *
 * @param stages is told what happens meanwhile
 */
record Attempt(Run run, Admission.Turn turn, Consumer<Stage> stages) {
    /** At a question whose caller has gone on. */
    static Attempt ofNobody(Run run, Consumer<Stage> stages) {
        return new Attempt(run, Admission.OF_NOBODY, stages);
    }
}
