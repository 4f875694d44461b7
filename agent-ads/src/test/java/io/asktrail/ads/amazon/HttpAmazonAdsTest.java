package io.asktrail.ads.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.ads.amazon.AmazonException.Trouble;
import io.asktrail.adsstore.AdChannel;
import io.asktrail.adsstore.AdsReport;
import io.asktrail.adsstore.AdsRow;
import io.asktrail.adsstore.StoredCampaign;
import io.asktrail.demo.sandbox.http.Endpoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a day on which Amazon is well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpAmazonAdsTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 10);
    private static final LocalDate LAST = LocalDate.of(2025, 11, 12);

    private SandboxClient world = new SandboxClient(settings -> settings.withLongestPage(7));
    private AmazonAds amazon = world.client();

    @BeforeAll
    void start() {
        amazon.profiles();
    }

    @BeforeEach
    void countAnew() {
        world.sandbox.requests().clear();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void knowsTheAccountWithItsCurrencyAndZone() {
        assertThat(amazon.profiles()).singleElement().satisfies(profile -> {
            assertThat(profile.id()).isEqualTo(world.sandbox.credentials().profileId());
            assertThat(profile.currency().getCurrencyCode()).isEqualTo("INR");
            assertThat(profile.zone()).hasToString("Asia/Kolkata");
            assertThat(profile.type()).isEqualTo("seller");
        });
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryReportOfTheStore(AdsReport report) throws InterruptedException {
        // When
        var rows = SandboxClient.rows(amazon, report, FIRST, LAST);

        // Then
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.date()).isBetween(FIRST, LAST);
            assertThat(row.campaignId()).isPositive();
        });
        assertThat(rows).anyMatch(row -> row.measures().cost().signum() > 0);
        assertThat(rows).anyMatch(row -> row.measures().sales().signum() > 0);
    }

    @Test
    void partsOfACampaignSumToItByWhicheverReportTheyCome() throws InterruptedException {
        // Given
        var whole = cost(AdsReport.SP_CAMPAIGNS);

        // Then
        assertThat(cost(AdsReport.SP_PRODUCTS)).isEqualByComparingTo(whole);
        assertThat(cost(AdsReport.SP_TARGETING)).isEqualByComparingTo(whole);
        assertThat(cost(AdsReport.SP_PLACEMENTS)).isEqualByComparingTo(whole);
    }

    private BigDecimal cost(AdsReport report) throws InterruptedException {
        return SandboxClient.rows(amazon, report, FIRST, LAST).stream()
                .map(row -> row.measures().cost())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void callsPlacementsAndMatchTypesAsTheStoreDoes() throws InterruptedException {
        // When
        var places = new HashSet<String>();
        SandboxClient.rows(amazon, AdsReport.SP_PLACEMENTS, FIRST, LAST)
                .forEach(row -> places.add(((AdsRow.OfPlacement) row).placement()));
        var matches = new HashSet<AdsRow.MatchType>();
        SandboxClient.rows(amazon, AdsReport.SP_TARGETING, FIRST, LAST)
                .forEach(row -> matches.add(((AdsRow.OfTarget) row).matchType()));

        // Then
        assertThat(places).containsExactlyInAnyOrder("Top of Search", "Rest of Search", "Detail Page", "Off Amazon");
        assertThat(matches).contains(AdsRow.MatchType.EXACT, AdsRow.MatchType.AUTO);
    }

    @ParameterizedTest
    @EnumSource
    void listsAllCampaignsPageByPage(AdChannel channel) {
        // When
        var campaigns = amazon.campaigns(amazon.profiles().getFirst(), channel);

        // Then
        var endpoint =
                switch (channel) {
                    case SP -> Endpoint.SP_CAMPAIGNS;
                    case SB -> Endpoint.SB_CAMPAIGNS;
                    case SD -> Endpoint.SD_CAMPAIGNS;
                };
        assertThat(world.sandbox.requests().of(endpoint, 200))
                .as("pages of seven")
                .isGreaterThan(1);
        assertThat(campaigns).hasSizeGreaterThan(7).allSatisfy(campaign -> {
            assertThat(campaign.channel()).isEqualTo(channel);
            assertThat(campaign.name()).contains("| " + channel);
            assertThat(campaign.dailyBudget()).isPositive();
            assertThat(campaign.startDate()).isBefore(SandboxClient.TODAY);
        });
        assertThat(campaigns).extracting(StoredCampaign::id).doesNotHaveDuplicates();
        assertThat(campaigns).extracting(StoredCampaign::status).contains(StoredCampaign.Status.ENABLED);
    }

    @Test
    void logsInOnceForAllWhoAskAtOnce() throws Exception {
        // Given a client without a token
        var fresh = world.client();
        Callable<Integer> ask = () -> fresh.profiles().size();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(_ -> ask).toList())) {
                assertThat(done.get()).isOne();
            }
        }

        // Then
        assertThat(world.sandbox.requests().of(Endpoint.TOKEN)).isOne();
        assertThat(world.sandbox.requests().of(Endpoint.PROFILES, 200)).isEqualTo(40);
    }

    @Test
    void adoptsTheReportThatIsBeingMadeAlready() throws InterruptedException {
        // Given a sandbox that takes its time
        try (var slow = new SandboxClient(settings -> settings.withReportLatency(java.time.Duration.ofMillis(500)))) {
            var client = slow.client();
            var profile = client.profiles().getFirst();
            var first = client.request(profile, AdsReport.SP_CAMPAIGNS, FIRST, LAST);

            // When
            var second = client.request(profile, AdsReport.SP_CAMPAIGNS, FIRST, LAST);

            // Then
            assertThat(second).isEqualTo(first);
            assertThat(slow.sandbox.requests().of(Endpoint.CREATE_REPORT, 425)).isOne();
            assertThat(SandboxClient.ready(client, profile, second).bytes()).isPositive();
        }
    }

    @Test
    void asksForNothingThatAmazonDoesNotGive() {
        // Given
        var profile = amazon.profiles().getFirst();
        var today = SandboxClient.TODAY;
        world.sandbox.requests().clear();

        // Then the last day that it gives is asked for, by its calendar
        assertThat(amazon.request(profile, AdsReport.SB_CAMPAIGNS, today.minusDays(60), today.minusDays(60)))
                .isNotNull();
        assertTrouble(
                Trouble.OUT_OF_WINDOW,
                () -> amazon.request(profile, AdsReport.SB_CAMPAIGNS, today.minusDays(61), today.minusDays(60)));
        assertTrouble(
                Trouble.OUT_OF_WINDOW,
                () -> amazon.request(profile, AdsReport.SP_CAMPAIGNS, today.minusDays(31), today));
        assertTrouble(
                Trouble.OUT_OF_WINDOW, () -> amazon.request(profile, AdsReport.SP_CAMPAIGNS, today, today.plusDays(1)));
        assertThat(world.sandbox.requests().of(Endpoint.CREATE_REPORT)).isOne();
    }

    @Test
    void isToldWhatIsWrongWithAnAccountThatTheLoginDoesNotOpen() {
        // Given
        var own = amazon.profiles().getFirst();
        var foreign = new AdsProfile(4711L, "IN", own.currency(), own.zone(), "Somebody else", "seller");

        // Then
        assertTrouble(Trouble.PERMISSION, () -> amazon.campaigns(foreign, AdChannel.SP));
    }

    @Test
    void staysWithinItsQuota() throws InterruptedException {
        // Given a quota of one call a minute, which is spent
        var careful = world.client(world.settings().withQuota(1, 1));
        careful.profiles();

        // When a thread that waits for the second is told to stop
        var outcome = new ArrayList<AmazonException>();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                careful.profiles();
            } catch (AmazonException stopped) {
                outcome.add(stopped);
            }
        });
        while (waiting.getState() != Thread.State.TIMED_WAITING && waiting.isAlive()) {
            Thread.sleep(1);
        }
        waiting.interrupt();
        waiting.join();

        // Then
        assertThat(outcome).extracting(AmazonException::trouble).containsExactly(Trouble.INTERRUPTED);
        assertThat(world.sandbox.requests().of(Endpoint.PROFILES)).isOne();
    }

    static void assertTrouble(Trouble trouble, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AmazonException.class,
                        failure -> assertThat(failure.trouble())
                                .as(failure.getMessage())
                                .isEqualTo(trouble))
                .hasMessageNotContaining("Atzr|")
                .hasMessageNotContaining("client-secret");
    }
}
