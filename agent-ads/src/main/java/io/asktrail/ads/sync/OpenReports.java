package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AdsProfile;
import io.asktrail.ads.amazon.AmazonAds;
import io.asktrail.ads.amazon.AmazonException;
import io.asktrail.ads.amazon.ReportState;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsStoreException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports of one run: asked for, waited for, loaded. What fails waits for a later time and holds up nothing else. */
final class OpenReports {
    private static final Logger log = LoggerFactory.getLogger(OpenReports.class);

    /** Amazon takes minutes to hours. */
    private static final Duration LONGEST_MADE = Duration.ofHours(24);

    private final AmazonAds amazon;
    private final SyncBook book;
    private final ReportLoader loader;
    private final SyncPace pace;
    private final Clock clock;
    private final List<Open> open = new ArrayList<>();

    private record Open(AdsProfile profile, SyncOrder order) {}

    OpenReports(AmazonAds amazon, SyncBook book, ReportLoader loader, SyncPace pace, Clock clock) {
        this.amazon = amazon;
        this.book = book;
        this.loader = loader;
        this.pace = pace;
        this.clock = clock;
    }

    /** Takes up what an earlier run has ordered, and adds what is due. */
    void add(AdsProfile profile) throws SQLException {
        var today = LocalDate.now(clock.withZone(profile.zone()));
        var earlier = book.orders(profile.id()).stream()
                .collect(Collectors.groupingBy(SyncOrder::report, Collectors.toCollection(ArrayList::new)));
        for (var report : AdsReport.values()) {
            var due = new DueWindows(report, today, book.askedOn(profile.id(), report));
            var kept = new ArrayList<SyncOrder>();
            for (var order : earlier.getOrDefault(report, new ArrayList<>())) {
                // A report that is being made is good, whatever its age; one that would have to be asked for is not.
                if (!order.isUnderWay() && order.window().first().isBefore(due.oldest())) {
                    book.drop(order);
                } else {
                    kept.add(order);
                }
            }
            for (var window : due.outside(
                    day -> kept.stream().anyMatch(one -> one.window().holds(day)))) {
                kept.add(SyncOrder.wanted(profile.id(), report, window, clock.instant()));
            }
            kept.forEach(order -> open.add(new Open(profile, order)));
        }
    }

    /** Asks for everything, the newest days first, and loads what gets ready until nothing is left or the time is up. */
    void await() throws SQLException, InterruptedException {
        open.sort(Comparator.<Open, LocalDate>comparing(
                        one -> one.order().window().last())
                .reversed()
                .thenComparing(one -> one.order().report()));
        var until = clock.instant().plus(pace.patience());
        var looks = 0;
        while (true) {
            looks = round() ? 0 : looks + 1;
            if (open.stream().noneMatch(one -> one.order().isUnderWay())
                    || clock.instant().isAfter(until)) {
                return;
            }
            Thread.sleep(pace.beforeLook(looks));
        }
    }

    /** When the first of those that failed may be asked for again; empty if none has to be. */
    Optional<Instant> nextRetry() {
        return open.stream()
                .map(one -> one.order().retryAt())
                .flatMap(at -> Optional.ofNullable(at).stream())
                .min(Comparator.naturalOrder());
    }

    private boolean round() throws SQLException, InterruptedException {
        var moved = false;
        for (var one : List.copyOf(open)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (one.order().mayBeAsked(clock.instant())) {
                ask(one);
                moved = true;
            } else if (one.order().isUnderWay()) {
                moved |= look(one);
            }
        }
        return moved;
    }

    // Written down before Amazon is asked, and after: who is killed in between asks again, and is given the same
    // report.
    private void ask(Open one) throws SQLException {
        var order = one.order().asking(clock.instant());
        book.save(order, null);
        try {
            var window = order.window();
            var taken = order.taken(amazon.request(one.profile(), order.report(), window.first(), window.last()));
            book.save(taken, null);
            become(one, taken);
        } catch (AmazonException e) {
            failed(new Open(one.profile(), order), one, e);
        }
    }

    private boolean look(Open one) throws SQLException {
        try {
            return look(one, true);
        } catch (AmazonException e) {
            failed(one, one, e);
        } catch (AdsStoreException | IllegalArgumentException e) {
            failed(one, one, "What Amazon sent cannot be stored: " + e.getMessage());
        }
        return true;
    }

    private boolean look(Open one, boolean mayLookAgain) throws SQLException {
        var ticket = one.order().ticket();
        if (ticket == null) {
            return false;
        }
        return switch (amazon.state(one.profile(), ticket)) {
            case ReportState.Pending _ -> {
                if (one.order().askedAt().plus(LONGEST_MADE).isBefore(clock.instant())) {
                    failed(one, one, "Amazon has not finished the report within a day; it is asked for again.");
                }
                yield false;
            }
            case ReportState.Failed(var reason) -> {
                failed(one, one, "Amazon could not make the report (%s); it is asked for again.".formatted(reason));
                yield true;
            }
            case ReportState.Ready ready -> {
                try {
                    loaded(one, ready);
                } catch (AmazonException e) {
                    if (e.trouble() != AmazonException.Trouble.LINK_EXPIRED || !mayLookAgain) {
                        throw e;
                    }
                    yield look(one, false);
                }
                yield true;
            }
        };
    }

    private void loaded(Open one, ReportState.Ready ready) throws SQLException {
        var written = loader.load(one.profile(), one.order(), ready);
        open.remove(one);
        log.atInfo()
                .addKeyValue("profile", one.profile().id())
                .addKeyValue("report", one.order().report().id())
                .addKeyValue("from", one.order().window().first())
                .addKeyValue("to", one.order().window().last())
                .addKeyValue("rows", written.rows())
                .addKeyValue("restated_days", written.restated().size())
                .log("report loaded");
    }

    private void failed(Open asked, Open listed, AmazonException e) throws SQLException {
        switch (e.trouble()) {
            // These are of the whole run, not of one report.
            case CREDENTIALS, INTERRUPTED -> throw e;
            case PERMISSION,
                    THROTTLED,
                    UNAVAILABLE,
                    REJECTED,
                    OUT_OF_WINDOW,
                    REPORT_GONE,
                    LINK_EXPIRED,
                    BAD_FILE,
                    TOO_LARGE -> failed(asked, listed, sentence(e));
        }
    }

    private void failed(Open asked, Open listed, String sentence) throws SQLException {
        var now = clock.instant();
        var again = now.plus(pace.beforeRetry(asked.order().attempts()));
        var order = asked.order().failed(now, again);
        book.save(order, sentence);
        become(listed, order);
        log.atWarn()
                .addKeyValue("profile", order.profileId())
                .addKeyValue("report", order.report().id())
                .addKeyValue("from", order.window().first())
                .addKeyValue("attempts", order.attempts())
                .addKeyValue("retry_at", again)
                .log(sentence);
    }

    private void become(Open one, SyncOrder order) {
        open.set(open.indexOf(one), new Open(one.profile(), order));
    }

    static String sentence(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
