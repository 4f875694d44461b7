package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AdsProfile;
import io.asktrail.ads.amazon.AmazonAds;
import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.ads.amazon.ReportState;
import io.asktrail.ads.amazon.ReportTicket;
import io.asktrail.ads.amazon.Troubles;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdMeasures;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.StoredCampaign;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Amazon with one row a report and day, whose cost is the day of the month. Each report is pending at the first look. What
 * it is asked for a second time while it is being made is the same report.
 */
final class FakeAmazon implements AmazonAds {
    static final AdsProfile INDIA =
            new AdsProfile(7, "IN", Currency.getInstance("INR"), ZoneId.of("Asia/Kolkata"), "A shop", "seller");

    final List<AdsProfile> profiles = new ArrayList<>(List.of(INDIA));
    final List<StoredCampaign> campaigns = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    /** Sales of every day, to be restated. */
    int sales = 100;

    boolean hasRows = true;
    boolean isAuthorised = true;
    /** What each of these reports ends as, once for each time it is in here. */
    final List<AdsReport> failing = new ArrayList<>();
    /** How many links are too old when they are used. */
    int expiredLinks;

    private final Map<String, Order> orders = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private int tickets;
    /** Called before each step; throws where the process is to end. */
    Runnable step = () -> {};

    private record Order(long profile, AdsReport report, LocalDate first, LocalDate last, boolean fails) {}

    @Override
    public List<AdsProfile> profiles() {
        step.run();
        if (!isAuthorised) {
            throw Troubles.of(Trouble.CREDENTIALS, "The login was revoked: authorise Asktrail again.");
        }
        return List.copyOf(profiles);
    }

    @Override
    public ReportTicket request(AdsProfile profile, AdsReport report, LocalDate first, LocalDate last) {
        step.run();
        for (var known : orders.entrySet()) {
            var order = known.getValue();
            if (order.profile == profile.id()
                    && order.report == report
                    && order.first.equals(first)
                    && order.last.equals(last)) {
                return new ReportTicket(known.getKey());
            }
        }
        asked.add("%d %s %s..%s".formatted(profile.id(), report.id(), first, last));
        var id = "ticket-" + ++tickets;
        orders.put(id, new Order(profile.id(), report, first, last, failing.remove(report)));
        step.run();
        return new ReportTicket(id);
    }

    @Override
    public ReportState state(AdsProfile profile, ReportTicket ticket) {
        step.run();
        var order = orders.get(ticket.id());
        if (order == null) {
            throw Troubles.of(Trouble.REPORT_GONE, "Amazon does not know the report any more.");
        }
        if (looked.add(ticket.id())) {
            return new ReportState.Pending();
        }
        if (order.fails) {
            orders.remove(ticket.id());
            return new ReportState.Failed("internal error");
        }
        return new ReportState.Ready(URI.create("https://files.example/" + ticket.id()), Instant.EPOCH, 1);
    }

    @Override
    public void download(ReportState.Ready ready, AdsReport report, Consumer<AdsRow> rows) {
        step.run();
        if (expiredLinks > 0) {
            expiredLinks--;
            throw Troubles.of(Trouble.LINK_EXPIRED, "The link is too old.");
        }
        var id = ready.url().getPath().substring(1);
        var order = Objects.requireNonNull(orders.get(id));
        if (hasRows) {
            order.first.datesUntil(order.last.plusDays(1)).forEach(day -> rows.accept(row(order, day)));
        }
        step.run();
        // As good as forgotten: the next order is of a new report.
        orders.put(id, new Order(0, report, order.first, order.last, false));
    }

    private AdsRow row(Order order, LocalDate day) {
        var measures =
                new AdMeasures(1, 1, BigDecimal.valueOf(day.getDayOfMonth()), BigDecimal.valueOf(sales), 1, 1, 0);
        var campaign = 10 * order.profile + order.report.channel().ordinal();
        return switch (order.report.table()) {
            case CAMPAIGN_DAILY -> new AdsRow.OfCampaign(day, campaign, measures, null);
            case PRODUCT_DAILY -> new AdsRow.OfProduct(day, campaign, "SKU-1", measures);
            case TARGETING_DAILY ->
                new AdsRow.OfTarget(day, campaign, "Group", "kettle", AdsRow.MatchType.EXACT, measures);
            case SEARCH_TERM_DAILY ->
                new AdsRow.OfSearchTerm(
                        day, campaign, "Group", "kettle", AdsRow.MatchType.EXACT, "red kettle", measures);
            case PLACEMENT_DAILY -> new AdsRow.OfPlacement(day, campaign, "Top of Search", measures);
        };
    }

    @Override
    public List<StoredCampaign> campaigns(AdsProfile profile, AdChannel channel) {
        step.run();
        return campaigns.stream().filter(one -> one.channel() == channel).toList();
    }
}
