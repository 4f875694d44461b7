package io.asktrail.gateway.limits;

import java.util.List;

/** How much each subject may ask, of everything and of single routes. */
final class RateLimits {
    private static final String SUBJECT = "subject";

    private final Limit whole;
    private final Buckets buckets;

    RateLimits(LimitProperties settings, Buckets buckets) {
        this.whole = new Limit(SUBJECT, settings.perMinute(), settings.burst());
        this.buckets = buckets;
    }

    /**
     * Takes what a request weighs from the subject's allowance and, if its route has a limit of its own, one from that;
     * nothing from either if one of them does not have it.
     *
     * @return what is left; the request may go on if all of them allowed it
     */
    List<Taken> take(String subject, Routes.Weighed request) {
        if (request.limit() == null) {
            return List.of(take(subject, whole, request.weight()));
        }
        var ofRoute = take(subject, request.limit(), 1);
        if (!ofRoute.allowed()) {
            return List.of(ofRoute);
        }
        var ofAll = take(subject, whole, request.weight());
        if (!ofAll.allowed()) {
            buckets.giveBack(subject, request.limit(), 1);
        }
        return List.of(ofAll, ofRoute);
    }

    private Taken take(String subject, Limit limit, int weight) {
        return new Taken(limit, buckets.take(subject, limit, Math.min(weight, limit.burst())));
    }
}
