package io.asktrail.ads.amazon;

import static io.asktrail.ads.amazon.HttpAmazonAdsTest.assertTrouble;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.ads.amazon.AmazonSettings.FileLimits;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.demo.sandbox.fault.Fault;
import io.asktrail.demo.sandbox.fault.FaultRule;
import io.asktrail.demo.sandbox.http.Endpoint;
import io.asktrail.testkit.time.SetClock;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which the sandbox can misbehave. */
class AmazonFaultsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 12);
    private static final AdsReport REPORT = AdsReport.SP_CAMPAIGNS;

    private static final SandboxClient WORLD = new SandboxClient();

    /** A new one for each test: it remembers failures. */
    private final AmazonAds amazon = WORLD.client();

    @AfterEach
    void mend() {
        WORLD.sandbox.faults().clear();
        WORLD.sandbox.requests().clear();
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void waitsOutAStormOf429() {
        // Given
        fault(new FaultRule(new Fault.Throttle(Duration.ofSeconds(1)), "/v2", null, 1));

        // When
        var profiles = amazon.profiles();

        // Then
        assertThat(profiles).hasSize(1);
        assertThat(counted(Endpoint.PROFILES, 429)).isOne();
    }

    @Test
    void doesNotWaitForMinutesBecauseAmazonSaysSo() {
        // Given
        fault(FaultRule.of(new Fault.Throttle(Duration.ofMinutes(10))).onPath("/v2"));

        // Then
        assertTrouble(Trouble.THROTTLED, amazon::profiles);
        assertThat(counted(Endpoint.PROFILES, 429))
                .as("no second try before its time")
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void triesAgainWhereAmazonFailed(int status) {
        // Given
        fault(new FaultRule(new Fault.ErrorStatus(status), "/v2", null, 3));

        // Then
        assertThat(amazon.profiles()).hasSize(1);
        assertThat(counted(Endpoint.PROFILES, status)).isEqualTo(3);
    }

    @Test
    void givesUpWhereAmazonFailsOnAndOn() {
        // Given
        fault(FaultRule.of(new Fault.ErrorStatus(503)).onPath("/v2"));

        // Then
        assertTrouble(Trouble.UNAVAILABLE, amazon::profiles);
        assertThat(counted(Endpoint.PROFILES, 503)).isEqualTo(4);
    }

    @Test
    void leavesAmazonAloneForAWhileWhereItFailedAgainAndAgain() {
        // Given
        var client = WORLD.client();
        fault(FaultRule.of(new Fault.ErrorStatus(503)).onPath("/v2"));
        for (var i = 0; i < 5; i++) {
            assertTrouble(Trouble.UNAVAILABLE, client::profiles);
        }
        var asked = WORLD.sandbox.requests().of(Endpoint.PROFILES);

        // When
        assertTrouble(Trouble.UNAVAILABLE, client::profiles);

        // Then
        assertThat(asked).isEqualTo(20);
        assertThat(WORLD.sandbox.requests().of(Endpoint.PROFILES)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void doesNotRepeatWhatIsWrong(int status) {
        // Given
        fault(FaultRule.of(new Fault.ErrorStatus(status)).onPath("/v2"));

        // Then
        assertTrouble(Trouble.REJECTED, amazon::profiles);
        assertThat(counted(Endpoint.PROFILES, status)).isOne();
    }

    @Test
    void outlastsAConnectionThatIsResetAndAReplyThatIsCut() {
        // Given
        fault(new FaultRule(new Fault.Reset(), "/v2", null, 1));
        fault(new FaultRule(new Fault.CutReply(), "/v2", null, 1));

        // Then
        assertThat(amazon.profiles()).hasSize(1);
        assertThat(counted(Endpoint.PROFILES, 0)).isEqualTo(2);
    }

    @Test
    void asksAgainWhereAReportsBirthWasNotTold() throws InterruptedException {
        // Given the answer to a request for a report is lost, and the report is being made
        try (var slow = new SandboxClient(settings -> settings.withReportLatency(Duration.ofMillis(400)))) {
            var client = slow.client();
            var profile = client.profiles().getFirst();
            slow.sandbox.faults().add(new FaultRule(new Fault.CutReply(), "/reporting", null, 1));

            // When
            var ticket = client.request(profile, REPORT, DAY, DAY);

            // Then
            assertThat(slow.sandbox.requests().of(Endpoint.CREATE_REPORT, 425)).isOne();
            assertThat(SandboxClient.ready(client, profile, ticket).bytes()).isPositive();
        }
    }

    @Test
    void doesNotWaitForAReplyThatDoesNotCome() {
        // Given
        var hasty = WORLD.client(WORLD.settings().withPatience(SandboxClient.patience(1, Duration.ofMillis(300))));
        hasty.profiles();
        fault(FaultRule.of(new Fault.Slow(Duration.ofSeconds(20))).onPath("/v2"));

        // Then
        assertTrouble(Trouble.UNAVAILABLE, hasty::profiles);
    }

    @Test
    void saysThatNobodyIsThere() throws Exception {
        // Given
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var lost = WORLD.client(WORLD.settings().at(URI.create("http://127.0.0.1:" + port)));

        // Then
        assertTrouble(Trouble.UNAVAILABLE, lost::profiles);
    }

    @Test
    void logsInAgainWhereATokenIsRefusedInTheMiddle() {
        // Given a client with a token, and an Amazon that refuses it once
        amazon.profiles();
        WORLD.sandbox.requests().clear();
        fault(new FaultRule(new Fault.ErrorStatus(401), "/v2", null, 1));

        // Then
        assertThat(amazon.profiles()).hasSize(1);
        assertThat(counted(Endpoint.TOKEN, 200)).isOne();
        assertThat(counted(Endpoint.PROFILES, 401)).isOne();
    }

    @Test
    void renewsItsTokenBeforeItEnds() {
        // Given tokens that Amazon says are good for two seconds
        try (var fleeting = new SandboxClient(settings -> settings.withTokenLife(Duration.ofSeconds(2)))) {
            var clock = new SetClock(fleeting.clock.instant());
            var client = new HttpAmazonAds(fleeting.settings(), clock);
            client.profiles();

            // When half of its life has gone by
            clock.pass(Duration.ofMillis(1001));
            client.profiles();

            // Then
            assertThat(fleeting.sandbox.requests().of(Endpoint.TOKEN, 200)).isEqualTo(2);
            assertThat(fleeting.sandbox.requests().of(Endpoint.PROFILES, 401)).isZero();
        }
    }

    @Test
    void outlastsALoginThatIsDown() {
        // Given
        fault(new FaultRule(new Fault.ErrorStatus(503), "/auth", null, 2));

        // Then
        assertThat(WORLD.client().profiles()).hasSize(1);
        assertThat(counted(Endpoint.TOKEN, 503)).isEqualTo(2);
    }

    @Test
    void asksForANewConsentWhereTheOldOneIsWithdrawn() {
        // Given
        amazon.profiles();
        WORLD.sandbox.faults().add(new Fault.RevokedToken());
        WORLD.sandbox.requests().clear();

        // Then
        assertTrouble(Trouble.CREDENTIALS, amazon::profiles);
        assertThat(counted(Endpoint.TOKEN, 400))
                .as("refused logins are not repeated")
                .isOne();
    }

    @Test
    void tellsAReportThatFailed() throws InterruptedException {
        // Given
        fault(new FaultRule(new Fault.FailedReport("Internal error"), null, "sbCampaigns", 1));
        var profile = amazon.profiles().getFirst();
        var ticket = amazon.request(profile, AdsReport.SB_CAMPAIGNS, DAY, DAY);

        // When
        var state = amazon.state(profile, ticket);
        while (state instanceof ReportState.Pending) {
            Thread.sleep(10);
            state = amazon.state(profile, ticket);
        }

        // Then
        assertThat(state).isEqualTo(new ReportState.Failed("Internal error"));
    }

    @Test
    void getsANewLinkWhereTheOldOneHasExpired() throws InterruptedException {
        // Given
        var profile = amazon.profiles().getFirst();
        var ticket = amazon.request(profile, REPORT, DAY, DAY);
        var ready = SandboxClient.ready(amazon, profile, ticket);
        fault(new FaultRule(new Fault.ExpiredUrl(), null, null, 1));

        // Then
        assertTrouble(Trouble.LINK_EXPIRED, () -> amazon.download(ready, REPORT, _ -> {}));
        var rows = new ArrayList<AdsRow>();
        amazon.download(SandboxClient.ready(amazon, profile, ticket), REPORT, rows::add);
        assertThat(rows).isNotEmpty();
    }

    static List<Fault> brokenFiles() {
        return List.of(new Fault.TruncatedGzip(), new Fault.MalformedJson());
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void refusesABrokenFile(Fault fault) throws InterruptedException {
        // Given
        var profile = amazon.profiles().getFirst();
        var ready = SandboxClient.ready(amazon, profile, amazon.request(profile, REPORT, DAY.minusDays(20), DAY));
        fault(FaultRule.of(fault).times(1));

        // Then
        assertTrouble(Trouble.BAD_FILE, () -> amazon.download(ready, REPORT, _ -> {}));
    }

    @Test
    void endsAFileThatUnpacksWithoutAnEnd() throws InterruptedException {
        // Given
        var profile = amazon.profiles().getFirst();
        var ready = SandboxClient.ready(amazon, profile, amazon.request(profile, REPORT, DAY, DAY));
        fault(FaultRule.of(new Fault.GzipBomb(4L << 30)).times(1));

        // Then
        assertTrouble(Trouble.TOO_LARGE, () -> amazon.download(ready, REPORT, _ -> {}));
    }

    @Test
    void endsAFileThatIsLargerThanAllowed() throws InterruptedException {
        // Given
        var strict = WORLD.client(WORLD.settings().withLimits(new FileLimits(1 << 20, 500, 200)));
        var profile = strict.profiles().getFirst();
        var ready = SandboxClient.ready(strict, profile, strict.request(profile, REPORT, DAY, DAY));

        // Then
        assertTrouble(Trouble.TOO_LARGE, () -> strict.download(ready, REPORT, _ -> {}));
    }

    @Test
    void outlastsAThrottledListInTheMiddleOfItsPages() {
        // Given
        try (var paged = new SandboxClient(settings -> settings.withLongestPage(5))) {
            var client = paged.client();
            var profile = client.profiles().getFirst();
            var whole = client.campaigns(profile, AdChannel.SP);
            paged.sandbox.faults().add(new FaultRule(new Fault.ErrorStatus(500), "/sp", null, 2));

            // Then
            assertThat(client.campaigns(profile, AdChannel.SP)).isEqualTo(whole);
        }
    }

    private void fault(FaultRule rule) {
        WORLD.sandbox.faults().add(rule);
    }

    private long counted(Endpoint endpoint, int status) {
        return WORLD.sandbox.requests().of(endpoint, status);
    }
}
