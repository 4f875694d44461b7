package io.asktrail.ads.amazon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which day it is at an account. Moments are this machine's; their days are the account's, and those of a sandbox may lie
 * in another year.
 *
 * @param daysAhead how many days the account's calendar is ahead of this machine's; less than 0 if it is behind
 */
public record AccountCalendar(long daysAhead) {
    /** Amazon's own: the same as everybody's. */
    public static final AccountCalendar SHARED = new AccountCalendar(0);

    public LocalDate dayOf(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).plusDays(daysAhead);
    }

    /** This machine's clock with the account's days. */
    Clock clock(Clock machine) {
        return Clock.offset(machine, Duration.ofDays(daysAhead));
    }
}
