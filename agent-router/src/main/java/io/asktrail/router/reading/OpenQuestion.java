package io.asktrail.router.reading;

import io.asktrail.contracts.agent.RouterAgent.Memory;

/** "Export that" behind a question that was asked back: what "that" is has not been settled yet. */
final class OpenQuestion {
    private OpenQuestion() {}

    static void read(Memory memory, Findings findings) {
        var namesNothing = findings.metrics.isEmpty()
                && findings.groups.isEmpty()
                && findings.kept.isEmpty()
                && findings.times.isEmpty();
        if (memory.asked() != null && findings.format != null && namesNothing) {
            findings.problems.add(
                    new Problem.Other(
                            "The question before is still open, so it is not clear what the file is to hold: name the figure."));
        }
    }
}
