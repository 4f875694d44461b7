package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.ads.amazon.AdsProfile;
import io.asktrail.ads.amazon.AmazonAds;
import io.asktrail.ads.amazon.AmazonException;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.AdsStoreException;
import io.asktrail.adsstore.ConnectionSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the store up to what Amazon says. A run may be ended at any point, or run beside another one: the next goes on
 * where it was, nothing is lost and nothing is there twice.
 */
public final class AdsSync {
    private static final Logger log = LoggerFactory.getLogger(AdsSync.class);

    private final AmazonAds amazon;
    private final ConnectionSource source;
    private final SyncPace pace;
    private final Duration every;
    private final Clock clock;
    private final AccountCalendar calendar;
    private final SyncJournal journal;
    private final CampaignLists lists;

    /**
     * @param source as a role that may write the store's tables, which are there
     * @param geo which state a campaign's name tells
     * @param every how long after a run the next one is meant to come
     * @param clock of this machine
     * @param calendar the days of the accounts
     */
    AdsSync(
            AmazonAds amazon,
            ConnectionSource source,
            Supplier<GeoFromNames> geo,
            SyncPace pace,
            Duration every,
            Clock clock,
            AccountCalendar calendar) {
        this.amazon = amazon;
        this.source = source;
        this.pace = pace;
        this.every = every;
        this.clock = clock;
        this.calendar = calendar;
        this.journal = new SyncJournal(source, clock);
        this.lists = new CampaignLists(amazon, source, geo);
    }

    /**
     * Runs once, or not at all where another run is under way.
     *
     * @return when it should run again
     * @throws AdsStoreException if the store is away; what Amazon refuses is written into the journal instead
     */
    public Instant run() {
        try (var lock = SyncLock.take(source).orElse(null)) {
            if (lock == null) {
                log.atInfo().log("another sync is running");
                return clock.instant().plus(every);
            }
            journal.begun();
            var next = sync();
            // Who was stopped has not seen all that was to be done.
            if (!Thread.currentThread().isInterrupted()) {
                journal.ended(next);
            }
            return next;
        } catch (SQLException e) {
            throw new AdsStoreException("The store of ad reports cannot be written by the sync: " + e.getMessage(), e);
        }
    }

    private Instant sync() throws SQLException {
        var loader = new ReportLoader(amazon, source, clock, calendar);
        var reports = new OpenReports(amazon, new SyncBook(source), loader, pace, clock, calendar);
        try {
            for (var profile : profiles()) {
                refresh(profile);
                reports.add(profile);
            }
            reports.await();
        } catch (AmazonException e) {
            if (e.trouble() == AmazonException.Trouble.INTERRUPTED) {
                Thread.currentThread().interrupt();
                return clock.instant().plus(every);
            }
            // Whatever else is asked would be refused as well.
            log.atError().addKeyValue("trouble", e.trouble()).log(OpenReports.sentence(e));
            journal.failed(SyncJournal.LOGIN, SyncJournal.PROFILES, OpenReports.sentence(e));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        var usual = clock.instant().plus(every);
        return reports.nextRetry().filter(usual::isAfter).orElse(usual);
    }

    private List<AdsProfile> profiles() throws SQLException {
        var profiles = amazon.profiles();
        try (var connection = source.open()) {
            connection.setAutoCommit(false);
            for (var profile : profiles) {
                AdsStore.save(connection, profile.stored());
            }
            connection.commit();
        }
        journal.done(SyncJournal.LOGIN, SyncJournal.PROFILES);
        return profiles;
    }

    private void refresh(AdsProfile profile) throws SQLException {
        for (var channel : AdChannel.values()) {
            var part = "campaigns " + channel.name().toLowerCase(Locale.ROOT);
            try {
                lists.refresh(profile, channel);
                journal.done(profile.id(), part);
            } catch (AmazonException e) {
                switch (e.trouble()) {
                    case CREDENTIALS, INTERRUPTED -> throw e;
                    default -> journal.failed(profile.id(), part, OpenReports.sentence(e));
                }
            }
        }
    }
}
