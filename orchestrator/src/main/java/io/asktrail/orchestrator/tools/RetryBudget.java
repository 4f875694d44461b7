package io.asktrail.orchestrator.tools;

/**
 * How much repeating is allowed: a part of the calls made, and a few to begin with. When everything fails, retries alone
 * must not become the load that keeps it failing.
 */
public class RetryBudget {
    private static final int MOST_SAVED = 10;

    private final double perCall;
    private double saved = MOST_SAVED;

    /** @param share of the calls that may be repetitions, e.g. 0.1 */
    public RetryBudget(double share) {
        this.perCall = share;
    }

    synchronized void called() {
        saved = Math.min(MOST_SAVED, saved + perCall);
    }

    synchronized boolean take() {
        if (saved < 1) {
            return false;
        }
        saved -= 1;
        return true;
    }
}
