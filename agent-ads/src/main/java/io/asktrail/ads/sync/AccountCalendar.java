package io.asktrail.ads.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which day it is at an account. Moments are this machine's; their days are the account's, and those of a sandbox may lie
 * in another year.
 *
 * @param daysAhead how many days the account's calendar is ahead of this machine's; less than 0 if it is behind
 */
record AccountCalendar(long daysAhead) {
    /** Amazon's own: the same as everybody's. */
    static final AccountCalendar SHARED = new AccountCalendar(0);

    LocalDate dayOf(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).plusDays(daysAhead);
    }
}
