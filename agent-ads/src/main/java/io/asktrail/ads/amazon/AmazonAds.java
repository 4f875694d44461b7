package io.asktrail.ads.amazon;

import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.StoredCampaign;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * What Amazon Ads is asked for. Every call may be made again: reading changes nothing, and a report that is asked for
 * while an equal one is being made is that one (425 names it). So calls are repeated where Amazon throttles or fails.
 *
 * <p>Each method throws {@link AmazonException}, whose {@link AmazonException#trouble()} says who has to act.
 */
public interface AmazonAds {
    /** Every account of this region that the login may read. */
    List<AdsProfile> profiles();

    /**
     * Begins a report, or finds the equal one that is under way.
     *
     * @param first of at most 31 days, and as old as Amazon keeps the report at most, by the profile's calendar
     * @param last inclusive
     */
    ReportTicket request(AdsProfile profile, AdsReport report, LocalDate first, LocalDate last);

    /** How far a report is; minutes to hours may pass until it is ready. A link that has expired is made anew by asking. */
    ReportState state(AdsProfile profile, ReportTicket ticket);

    /**
     * Reads a report's file as it comes in, in memory that does not grow with it.
     *
     * @param rows is given each row; has been given some of them where this method throws in the middle, so what it does
     *     must not count before this method returns
     */
    void download(ReportState.Ready ready, AdsReport report, Consumer<AdsRow> rows);

    /** Every campaign of an account, also those that spent nothing. Amazon knows no state that one is aimed at: null. */
    List<StoredCampaign> campaigns(AdsProfile profile, AdChannel channel);
}
