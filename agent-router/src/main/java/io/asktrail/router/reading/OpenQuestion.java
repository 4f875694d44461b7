package io.asktrail.router.reading;

import io.asktrail.contracts.agent.RouterAgent.Memory;
import io.asktrail.registry.wording.Said;
import io.asktrail.router.saying.RouterSaying;

/** "Export that" behind a question that was asked back: what "that" is has not been settled yet. */
final class OpenQuestion {
    private OpenQuestion() {}

    static void read(Memory memory, Findings findings) {
        var namesNothing = findings.metrics.isEmpty()
                && findings.groups.isEmpty()
                && findings.kept.isEmpty()
                && findings.times.isEmpty();
        if (memory.asked() != null && findings.format != null && namesNothing) {
            findings.problems.add(new Problem.Other(Said.of(RouterSaying.FILE_OF_WHAT)));
        }
    }
}
