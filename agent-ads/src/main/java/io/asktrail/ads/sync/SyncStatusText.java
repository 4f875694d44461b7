package io.asktrail.ads.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The status for a terminal. */
final class SyncStatusText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    private final ZoneId zone;

    SyncStatusText(ZoneId zone) {
        this.zone = zone;
    }

    List<String> lines(SyncStatus status) {
        var lines = new ArrayList<String>();
        lines.add(run(status));
        if (status.error() != null) {
            lines.add("  " + status.error());
        }
        for (var account : status.accounts()) {
            lines.add("");
            lines.add("%s (%s)".formatted(account.name(), account.profileId()));
            account.reports().forEach(report -> lines.addAll(report(report)));
            account.troubles().forEach(trouble -> lines.add("  " + trouble));
        }
        return lines;
    }

    private String run(SyncStatus status) {
        if (status.lastStarted() == null) {
            return "The sync of Amazon Ads has not run yet.";
        }
        return status.lastFinished() == null
                ? "The sync began %s and has not ended yet.".formatted(moment(status.lastStarted()))
                : "The sync ended %s after %d s%s; the next one is at %s."
                        .formatted(
                                moment(status.lastFinished()),
                                Duration.between(status.lastStarted(), status.lastFinished())
                                        .toSeconds(),
                                status.isComplete() ? ", and all is there" : ", and not all is there",
                                moment(status.nextRun()));
    }

    private List<String> report(SyncStatus.Report report) {
        var lines = new ArrayList<String>();
        var covered = report.coveredFrom() == null
                ? "nothing yet"
                : "%s to %s".formatted(report.coveredFrom(), report.coveredTo());
        var missing = report.missingDays() == 0 ? "" : ", %d days between are missing".formatted(report.missingDays());
        var pending = report.pending() == 0 ? "" : ", %d reports to come".formatted(report.pending());
        lines.add("  %-22s %s%s%s".formatted(report.report(), covered, missing, pending));
        if (report.error() != null) {
            lines.add("    " + report.error()
                    + (report.retryAt() == null ? "" : " Next try: " + moment(report.retryAt())));
        }
        return lines;
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "no known time" : MOMENT.format(at.atZone(zone));
    }
}
