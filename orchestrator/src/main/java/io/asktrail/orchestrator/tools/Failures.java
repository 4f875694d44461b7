package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.error.ErrorCode;

/** Which failures speak against a tool, and which may be gone at the next try. */
final class Failures {
    private Failures() {}

    /** What is wrong with the question or with us is the same the next time. */
    static boolean mayPass(ErrorCode code) {
        return switch (code) {
            case SOURCE_DOWN, AGENT_DOWN, RATE_LIMITED -> true;
            default -> false;
        };
    }

    /** A source that is too slow is as little use as one that is down. */
    static boolean speaksAgainstTheTool(ErrorCode code) {
        return switch (code) {
            case SOURCE_DOWN, AGENT_DOWN, RATE_LIMITED, DEADLINE_PASSED -> true;
            default -> false;
        };
    }
}
