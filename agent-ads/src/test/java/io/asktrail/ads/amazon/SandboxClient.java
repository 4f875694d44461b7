package io.asktrail.ads.amazon;

import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.sandbox.Sandbox;
import io.asktrail.demo.sandbox.SandboxSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A sandbox whose today is 16 November 2025, and a client of it that does not wait long. */
final class SandboxClient implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2025, 11, 16);
    static final double SCALE = 0.05;
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    final Sandbox sandbox;
    final Clock clock;

    SandboxClient() {
        this(settings -> settings);
    }

    SandboxClient(UnaryOperator<SandboxSettings> as) {
        this.clock = Clock.fixed(TODAY.atTime(12, 0).atZone(INDIA).toInstant(), INDIA);
        var demo = new DemoSettings(DemoSettings.DEFAULT_SEED, SCALE, TODAY.minusDays(1));
        this.sandbox = Sandbox.start(
                as.apply(SandboxSettings.of(demo).withClock(clock).withReportLatency(Duration.ofMillis(1))));
    }

    AmazonSettings settings() {
        var credentials = sandbox.credentials();
        return AmazonSettings.of(
                        AmazonRegion.EU,
                        new AmazonSettings.Login(
                                credentials.clientId(), credentials.clientSecret(), credentials.refreshToken()))
                .at(sandbox.baseUrl())
                .withPatience(patience(4, Duration.ofSeconds(3)))
                .withQuota(100_000, 50);
    }

    /** One that does not wait long. */
    static AmazonSettings.Patience patience(int attempts, Duration replyWithin) {
        return new AmazonSettings.Patience(
                attempts,
                Duration.ofMillis(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                replyWithin,
                Duration.ofMinutes(30));
    }

    AmazonAds client() {
        return client(settings());
    }

    AmazonAds client(AmazonSettings settings) {
        return new HttpAmazonAds(settings, clock);
    }

    /** Asks until the report is there, as often as it takes. */
    static ReportState.Ready ready(AmazonAds amazon, AdsProfile profile, ReportTicket ticket)
            throws InterruptedException {
        for (var tries = 0; tries < 500; tries++) {
            if (amazon.state(profile, ticket) instanceof ReportState.Ready ready) {
                return ready;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the report was never ready");
    }

    static List<AdsRow> rows(AmazonAds amazon, AdsReport report, LocalDate first, LocalDate last)
            throws InterruptedException {
        var profile = amazon.profiles().getFirst();
        var rows = new ArrayList<AdsRow>();
        amazon.download(ready(amazon, profile, amazon.request(profile, report, first, last)), report, rows::add);
        return rows;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
