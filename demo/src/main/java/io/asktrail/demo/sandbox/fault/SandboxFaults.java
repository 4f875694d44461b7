package io.asktrail.demo.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that are set; the first rule that fits a request strikes, and counts down. */
public final class SandboxFaults {
    private final List<FaultRule> rules = new ArrayList<>();

    public synchronized void add(FaultRule rule) {
        rules.add(rule);
    }

    /** Everywhere, until it is cleared. */
    public void add(Fault fault) {
        add(FaultRule.of(fault));
    }

    public synchronized void clear() {
        rules.clear();
        notifyAll();
    }

    /** Returns once no report of that type is held in the queue. */
    public synchronized void awaitRelease(String reportType) throws InterruptedException {
        while (rules.stream()
                .anyMatch(rule -> rule.fault() instanceof Fault.HeldReport && rule.strikesReport(reportType))) {
            wait();
        }
    }

    /** What is still set, with the times that are left. */
    public synchronized List<FaultRule> all() {
        return List.copyOf(rules);
    }

    public Optional<Fault.AtDoor> atDoor(String path) {
        return take(Fault.AtDoor.class, rule -> rule.strikesPath(path));
    }

    public Optional<Fault.FailedReport> ofReport(String reportType) {
        return take(Fault.FailedReport.class, rule -> rule.strikesReport(reportType));
    }

    public Optional<Fault.OfDownload> ofDownload(String reportType) {
        return take(Fault.OfDownload.class, rule -> rule.strikesReport(reportType));
    }

    public Optional<Fault.Restatement> restatement(String reportType) {
        return take(Fault.Restatement.class, rule -> rule.strikesReport(reportType));
    }

    public boolean tokensAreRevoked(String path) {
        return take(Fault.RevokedToken.class, rule -> rule.strikesPath(path)).isPresent();
    }

    private synchronized <F extends Fault> Optional<F> take(Class<F> kind, Predicate<FaultRule> strikes) {
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (kind.isInstance(rule.fault()) && strikes.test(rule)) {
                countDown(i, rule);
                return Optional.of(kind.cast(rule.fault()));
            }
        }
        return Optional.empty();
    }

    private void countDown(int index, FaultRule rule) {
        if (rule.times() == 1) {
            rules.remove(index);
        } else if (rule.times() != FaultRule.ALWAYS) {
            rules.set(index, rule.times(rule.times() - 1));
        }
    }
}
