package io.asktrail.ads.sync;

import io.asktrail.ads.amazon.AccountCalendar;
import io.asktrail.ads.amazon.AdsProfile;
import io.asktrail.ads.amazon.AmazonAds;
import io.asktrail.ads.amazon.AmazonException;
import io.asktrail.ads.amazon.ReportState;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsStoreException;
import io.asktrail.adsstore.AdsTable;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reports of one run: asked for, waited for, loaded. What fails waits for a later time and holds up nothing else. */
final class OpenReports {
    private static final Logger log = LoggerFactory.getLogger(OpenReports.class);

    /** Amazon takes minutes to hours. */
    private static final Duration LONGEST_MADE = Duration.ofHours(24);

    /** The campaigns' own reports, which are small and in most questions; then the newest days. */
    private static final Comparator<OpenReport> MOST_ASKED_FIRST = Comparator.<OpenReport, Boolean>comparing(
                    one -> one.order().report().table() != AdsTable.CAMPAIGN_DAILY)
            .thenComparing(one -> one.order().window().last(), Comparator.reverseOrder())
            .thenComparing(one -> one.order().report());

    private final AmazonAds amazon;
    private final SyncBook book;
    private final ReportLoader loader;
    private final SyncPace pace;
    private final Clock clock;
    private final AccountCalendar calendar;
    private final List<OpenReport> open = new ArrayList<>();

    OpenReports(
            AmazonAds amazon,
            SyncBook book,
            ReportLoader loader,
            SyncPace pace,
            Clock clock,
            AccountCalendar calendar) {
        this.amazon = amazon;
        this.book = book;
        this.loader = loader;
        this.pace = pace;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** Takes up what an earlier run has ordered, and adds what is due. */
    void add(AdsProfile profile) throws SQLException {
        var today = calendar.dayOf(clock.instant(), profile.zone());
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
            kept.forEach(order -> open.add(OpenReport.found(profile, order)));
        }
    }

    /**
     * Asks for everything and loads what gets ready until nothing is left or the time is up. What is ready is not kept
     * waiting for what is still to be asked for.
     */
    void await() throws SQLException, InterruptedException {
        open.sort(MOST_ASKED_FIRST);
        var until = clock.instant().plus(pace.patience());
        while (true) {
            for (var one : List.copyOf(open)) {
                if (one.order().mayBeAsked(clock.instant())) {
                    ask(one);
                    lookAround();
                }
            }
            lookAround();
            var wait = open.stream()
                    .filter(OpenReport::isUnderWay)
                    .mapToLong(OpenReport::nextLook)
                    .min();
            if (clock.instant().isAfter(until) || wait.isEmpty() && !anyMayBeAsked()) {
                return;
            }
            if (wait.isPresent() && !anyMayBeAsked()) {
                TimeUnit.NANOSECONDS.sleep(wait.getAsLong() - System.nanoTime());
            }
        }
    }

    private boolean anyMayBeAsked() {
        return open.stream().anyMatch(one -> one.order().mayBeAsked(clock.instant()));
    }

    /** When the first of those that failed may be asked for again. */
    Optional<Instant> nextRetry() {
        return open.stream()
                .map(one -> one.order().retryAt())
                .flatMap(at -> Optional.ofNullable(at).stream())
                .min(Comparator.naturalOrder());
    }

    private void lookAround() throws SQLException, InterruptedException {
        for (var one : List.copyOf(open)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (one.isUnderWay() && one.nextLook() - System.nanoTime() <= 0) {
                look(one);
            }
        }
    }

    // Written down before Amazon is asked, and after: who is killed in between asks again, and is given the same
    // report.
    private void ask(OpenReport one) throws SQLException {
        var order = one.order().asking(clock.instant());
        book.save(order, null);
        try {
            var window = order.window();
            var taken = order.taken(amazon.request(one.profile(), order.report(), window.first(), window.last()));
            book.save(taken, null);
            become(one, one.asked(taken, pace));
        } catch (AmazonException e) {
            failed(one, order, e);
        }
    }

    private void look(OpenReport one) throws SQLException {
        try {
            look(one, true);
        } catch (AmazonException e) {
            if (e.trouble() == AmazonException.Trouble.REPORT_GONE && one.isFromEarlierRun()) {
                // It was forgotten between two runs: nobody has to be spared, and it is asked for at once.
                var again = SyncOrder.wanted(
                        one.order().profileId(),
                        one.order().report(),
                        one.order().window(),
                        clock.instant());
                book.save(again, null);
                become(one, one.wantedAgain(again));
            } else {
                failed(one, one.order(), e);
            }
        } catch (AdsStoreException | IllegalArgumentException e) {
            failed(one, one.order(), "What Amazon sent cannot be stored: " + e.getMessage());
        }
    }

    private void look(OpenReport one, boolean mayLookAgain) throws SQLException {
        var ticket = Objects.requireNonNull(one.order().ticket(), "looked at before it was asked for");
        switch (amazon.state(one.profile(), ticket)) {
            case ReportState.Pending _ -> {
                if (one.order().askedAt().plus(LONGEST_MADE).isBefore(clock.instant())) {
                    failed(one, one.order(), "Amazon has not finished the report within a day; it is asked for again.");
                } else {
                    become(one, one.stillPending(pace));
                }
            }
            case ReportState.Failed(var reason) ->
                failed(
                        one,
                        one.order(),
                        "Amazon could not make the report (%s); it is asked for again.".formatted(reason));
            case ReportState.Ready ready -> {
                try {
                    loaded(one, ready);
                } catch (AmazonException e) {
                    if (e.trouble() != AmazonException.Trouble.LINK_EXPIRED || !mayLookAgain) {
                        throw e;
                    }
                    look(one, false);
                }
            }
        }
    }

    private void loaded(OpenReport one, ReportState.Ready ready) throws SQLException {
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

    private void failed(OpenReport one, SyncOrder asked, AmazonException e) throws SQLException {
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
                    TOO_LARGE -> failed(one, asked, sentence(e));
        }
    }

    private void failed(OpenReport one, SyncOrder asked, String sentence) throws SQLException {
        var now = clock.instant();
        var again = now.plus(pace.beforeRetry(asked.attempts()));
        var order = asked.failed(now, again);
        book.save(order, sentence);
        become(one, one.failed(order));
        log.atWarn()
                .addKeyValue("profile", order.profileId())
                .addKeyValue("report", order.report().id())
                .addKeyValue("from", order.window().first())
                .addKeyValue("attempts", order.attempts())
                .addKeyValue("retry_at", again)
                .log(sentence);
    }

    private void become(OpenReport one, OpenReport next) {
        open.set(open.indexOf(one), next);
    }

    static String sentence(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
