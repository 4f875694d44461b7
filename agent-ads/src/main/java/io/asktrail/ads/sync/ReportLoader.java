package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.ads.amazon.AdsProfile;
import io.asktrail.ads.amazon.AmazonAds;
import io.asktrail.ads.amazon.ReportState;
import io.asktrail.adsstore.AdsStore;
import io.asktrail.adsstore.ConnectionSource;
import io.asktrail.adsstore.ReportSlice;
import io.asktrail.adsstore.SliceWriter;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Writes a report that is ready. Its days, what it told of advertised products and the end of its order are one
 * transaction: whatever ends the process, the report was either loaded or is still ordered.
 */
final class ReportLoader {
    private final AmazonAds amazon;
    private final ConnectionSource source;
    private final Clock clock;
    private final AccountCalendar calendar;

    ReportLoader(AmazonAds amazon, ConnectionSource source, Clock clock, AccountCalendar calendar) {
        this.amazon = amazon;
        this.source = source;
        this.clock = clock;
        this.calendar = calendar;
    }

    SliceWriter.Written load(AdsProfile profile, SyncOrder order, ReportState.Ready ready) throws SQLException {
        var slice = new ReportSlice(
                profile.id(),
                order.report(),
                order.window().first(),
                order.window().last(),
                ReportSlice.Origin.API,
                calendar.dayOf(order.askedAt(), profile.zone()));
        try (var connection = source.open()) {
            connection.setAutoCommit(false);
            try (var writer = AdsStore.replace(connection, slice)) {
                amazon.download(ready, order.report(), writer::add);
                var written = writer.commit();
                AdsStore.nameProducts(connection, slice);
                SyncBook.drop(connection, order);
                SyncJournal.done(connection, profile.id(), order.report().id(), clock.instant());
                connection.commit();
                return written;
            } finally {
                connection.rollback();
            }
        }
    }
}
