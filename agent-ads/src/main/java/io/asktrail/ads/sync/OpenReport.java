package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AdsProfile;

/**
 * A report of this run.
 *
 * @param isFromEarlierRun whether Amazon was asked for it by an earlier run, so that it may have been forgotten since
 * @param looks how often it was looked at and not ready
 * @param nextLook when it is worth a look, as {@link System#nanoTime()} counts: the pauses are real ones
 */
record OpenReport(AdsProfile profile, SyncOrder order, boolean isFromEarlierRun, int looks, long nextLook) {
    /** One that is to be asked for, or that an earlier run has ordered and may be ready by now. */
    static OpenReport found(AdsProfile profile, SyncOrder order) {
        return new OpenReport(profile, order, order.isUnderWay(), 0, System.nanoTime());
    }

    OpenReport asked(SyncOrder taken, SyncPace pace) {
        return new OpenReport(profile, taken, false, 0, after(pace, 0));
    }

    OpenReport stillPending(SyncPace pace) {
        return new OpenReport(profile, order, isFromEarlierRun, looks + 1, after(pace, looks + 1));
    }

    OpenReport wantedAgain(SyncOrder wanted) {
        return new OpenReport(profile, wanted, false, 0, nextLook);
    }

    OpenReport failed(SyncOrder waiting) {
        return new OpenReport(profile, waiting, false, 0, nextLook);
    }

    boolean isUnderWay() {
        return order.isUnderWay();
    }

    private static long after(SyncPace pace, int looks) {
        return System.nanoTime() + pace.beforeLook(looks).toNanos();
    }
}
