package io.asktrail.gateway.limits;

import io.github.bucket4j.ConsumptionProbe;

/** What each subject has left of each limit. */
public interface Buckets {
    /** Takes that much, or nothing if there is less. */
    ConsumptionProbe take(String subject, Limit limit, int much);

    /** Puts back what was taken in vain. */
    void giveBack(String subject, Limit limit, int much);
}
