package io.asktrail.demo.sandbox.report;

import io.asktrail.demo.sandbox.fault.Fault;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which young days have been reported once already, and so are final in the next report of their type. */
final class Restatements {
    private final Set<Seen> seen = new HashSet<>();

    private record Seen(String reportType, Level level, LocalDate day) {}

    /** The days of the order that are not final in it; they will be in the next one. */
    synchronized Set<LocalDate> provisionalIn(ReportOrder order, Optional<Fault.Restatement> fault, LocalDate today) {
        if (fault.isEmpty()) {
            seen.removeIf(one -> one.reportType().equals(order.type().id()));
            return Set.of();
        }
        var finalFrom = today.minusDays(fault.get().days());
        return order.days().stream()
                .filter(day -> !day.isBefore(finalFrom))
                .filter(day -> seen.add(new Seen(order.type().id(), order.level(), day)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
