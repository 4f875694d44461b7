package io.asktrail.demo.sandbox.report;

import java.time.Instant;

/** How far a report is. */
sealed interface ReportState {
    /** When it came to be so. */
    Instant since();

    record Pending(Instant since) implements ReportState {}

    record Processing(Instant since) implements ReportState {}

    record Completed(Instant since, ReportFile file) implements ReportState {}

    record Failed(Instant since, String reason) implements ReportState {}
}
