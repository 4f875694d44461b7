package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.ReportTicket;
import io.asktrail.adsstore.AdsReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that has been asked for, or has to be asked for again.
 *
 * @param ticket null until Amazon has taken the order, and after it has failed
 * @param askedAt when Amazon was asked: what is known of its days is as old as that
 * @param attempts how often it has failed
 * @param retryAt when it may be asked for again; null if it has not failed
 */
record SyncOrder(
        long profileId,
        AdsReport report,
        Window window,
        @Nullable ReportTicket ticket,
        Instant askedAt,
        int attempts,
        @Nullable Instant retryAt) {
    static SyncOrder wanted(long profileId, AdsReport report, Window window, Instant now) {
        return new SyncOrder(profileId, report, window, null, now, 0, null);
    }

    /** The moment that its figures are counted from: of a first try the first one, as Amazon may have heard it already. */
    SyncOrder asking(Instant now) {
        return new SyncOrder(profileId, report, window, null, attempts == 0 ? askedAt : now, attempts, null);
    }

    SyncOrder taken(ReportTicket by) {
        return new SyncOrder(profileId, report, window, by, askedAt, attempts, null);
    }

    SyncOrder failed(Instant now, Instant again) {
        return new SyncOrder(profileId, report, window, null, now, attempts + 1, again);
    }

    boolean isUnderWay() {
        return ticket != null;
    }

    boolean mayBeAsked(Instant now) {
        return ticket == null && (retryAt == null || !retryAt.isAfter(now));
    }
}
