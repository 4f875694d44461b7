package io.asktrail.orchestrator.tools;

import io.asktrail.contracts.id.ToolId;
import java.util.HashMap;
import java.util.Map;

/**
 * How much repeating is allowed: of each tool a part of the calls made of it, and a few to begin with. When everything
 * fails, retries alone must not become the load that keeps it failing.
 */
class RetryBudget {
    private static final double MOST_SAVED = 10;

    private final double perCall;
    private final double atFirst;
    private final Map<ToolId, Double> saved = new HashMap<>();

    /** @param share of the calls that may be repetitions, e.g. 0.1; 0 allows none at all */
    RetryBudget(double share) {
        this.perCall = share;
        this.atFirst = share > 0 ? MOST_SAVED : 0;
    }

    synchronized void called(ToolId tool) {
        saved.merge(tool, Math.min(MOST_SAVED, atFirst + perCall), (now, _) -> Math.min(MOST_SAVED, now + perCall));
    }

    synchronized boolean take(ToolId tool) {
        var left = saved.getOrDefault(tool, atFirst);
        if (left < 1) {
            return false;
        }
        saved.put(tool, left - 1);
        return true;
    }
}
