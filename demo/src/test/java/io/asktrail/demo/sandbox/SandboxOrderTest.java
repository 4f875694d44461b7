package io.asktrail.demo.sandbox;

import static io.asktrail.demo.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.DemoSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Which reports are made, and what the others are told. */
class SandboxOrderTest {
    private static final LocalDate UNTIL = LocalDate.of(2025, 10, 31);
    private static final LocalDate TODAY = UNTIL.plusDays(1);
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.of(DemoSettings.until(UNTIL)).withReportLatency(Duration.ofMillis(600)));
    private static final String GOOD =
            Orders.daily("spCampaigns", "campaign", UNTIL, UNTIL, "date", "campaignId", "cost");
    private static TestClient client = new TestClient(SANDBOX);

    @BeforeAll
    static void login() throws Exception {
        client = TestClient.loggedIn(SANDBOX);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "startDate",
        "endDate",
        "adProduct",
        "columns",
        "format",
        "groupBy",
        "reportTypeId",
        "timeUnit",
        "configuration"
    })
    void wantsEveryRequiredField(String field) throws Exception {
        // Given
        var order = (ObjectNode) TestClient.JSON.readTree(GOOD);
        order.withObject("/configuration").remove(field);
        order.remove(field);

        // When
        var reply = client.create(order.toString());

        // Then
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).get("code").stringValue()).isEqualTo("400");
        assertThat(json(reply).get("detail").stringValue()).endsWith(field + " is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"SPONSORED_PRODUCTS\" | \"SPONSORED_BRANDS\" | adProduct",
                "\"GZIP_JSON\" | \"CSV\" | format",
                "\"DAILY\" | \"HOURLY\" | timeUnit",
                "\"spCampaigns\" | \"spEverything\" | reportTypeId",
                "[\"campaign\"] | [\"campaign\", \"keyword\"] | (keyword)",
                "[\"campaign\"] | [] | groupBy",
                "[\"campaign\"] | [null] | groupBy",
                "[\"date\", \"campaignId\", \"cost\"] | [] | columns",
                "[\"date\", \"campaignId\", \"cost\"] | [\"cost\", \"cost\"] | twice",
                "[\"date\", \"campaignId\", \"cost\"] | \"cost\" | cannot be read",
                "\"date\" | \"startDate\" | timeUnit DAILY",
                "\"DAILY\" | \"SUMMARY\" | (date)",
                "2025-10-31 | 31.10.2025 | YYYY-MM-DD",
                "\"filters\": [] | \"filters\": [{\"field\": \"keywordType\", \"values\": [\"EXACT\"]}] | (keywordType)",
                "\"filters\": [] | \"filters\": [{\"field\": \"campaignStatus\", \"values\": [\"ON\"]}] | (ON)",
                "\"filters\": [] | \"filters\": [{\"field\": \"campaignStatus\"}] | values",
                "\"filters\": [] | \"filter\": [] | cannot be read"
            })
    void refusesWhatIsWrongAndNamesIt(String right, String wrong, String named) throws Exception {
        // When
        var reply = client.create(GOOD.replace(right, wrong));

        // Then
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(400);
        assertThat(json(reply).get("detail").stringValue()).contains(named);
    }

    @Test
    void namesUnknownColumnsAndTheAllowedOnes() throws Exception {
        // When
        var reply = client.create(Orders.daily(
                "sdCampaigns", "campaign", UNTIL, UNTIL, "date", "campaignId", "sales7d", "campaignBudgetType"));

        // Then
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).get("detail").stringValue())
                .startsWith(
                        "configuration columns includes invalid values: (sales7d, campaignBudgetType). Allowed values: (addToCart, ")
                .contains(", campaignBudgetAmount, ", ", sales, ");
    }

    @Test
    void takesAFilterOnlyWhereEveryGroupingHasIt() throws Exception {
        // Given
        var filter = "[{\"field\": \"campaignStatus\", \"values\": [\"ENABLED\"]}]";

        // When
        var one = client.create(Orders.of("spCampaigns", "campaign", UNTIL, UNTIL, "DAILY", filter, "cost"));
        var both = client.create(
                Orders.of("spCampaigns", "campaign+campaignPlacement", UNTIL, UNTIL, "DAILY", filter, "cost"));

        // Then
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(both.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "spCampaigns, campaign, 95",
        "spCampaigns, campaign+campaignPlacement, 95",
        "sbCampaigns, campaign, 60",
        "sdCampaigns, campaign, 65",
        "spAdvertisedProduct, advertiser, 95",
        "sdAdvertisedProduct, advertiser, 65",
        "spTargeting, targeting, 95",
        "sbTargeting, targeting, 60",
        "spSearchTerm, searchTerm, 95"
    })
    void goesBackAsFarAsTheTypeIsKept(String type, String groupBy, int days) throws Exception {
        // Given
        var oldest = TODAY.minusDays(days);

        // When
        var kept = client.create(Orders.daily(type, groupBy, oldest, oldest.plusDays(30), "cost"));
        var tooOld = client.create(Orders.daily(type, groupBy, oldest.minusDays(1), oldest, "cost"));
        var tooLong = client.create(Orders.daily(type, groupBy, oldest, oldest.plusDays(31), "cost"));

        // Then
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(tooOld.statusCode()).isEqualTo(400);
        assertThat(json(tooOld).get("detail").stringValue())
                .isEqualTo("startDate (%s) must be equal to or after report type data retention start date (%s)"
                        .formatted(oldest.minusDays(1), oldest));
        assertThat(tooLong.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesPeriodsThatEndBeforeTheyBeginOrInTheFuture() throws Exception {
        // Then
        assertThat(client.create(Orders.daily("spCampaigns", "campaign", UNTIL, UNTIL.minusDays(1), "cost"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.create(Orders.daily("spCampaigns", "campaign", UNTIL, TODAY.plusDays(1), "cost"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void hasNothingToTellOfToday() throws Exception {
        // Then
        assertThat(client.rows(Orders.daily("spCampaigns", "campaign", TODAY, TODAY, "cost")))
                .isEmpty();
    }

    @Test
    void refusesOtherMediaTypesAndBodiesThatAreTooLarge() throws Exception {
        // When
        var asJson = client.send(client.to("/reporting/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(GOOD)));
        var large = client.create(GOOD.replace("a test", "a".repeat(2_000_000)));
        var empty = client.create("");

        // Then
        assertThat(asJson.statusCode()).isEqualTo(415);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(empty.statusCode()).isEqualTo(400);
    }

    @Test
    void namesTheReportThatADuplicateRepeats() throws Exception {
        // Given
        var order = Orders.daily("spTargeting", "targeting", UNTIL, UNTIL, "cost");
        var id = json(client.create(order)).get("reportId").stringValue();

        // When
        var duplicate = client.create(order.replace("a test", "another name"));
        var other = client.create(order.replace("cost", "clicks"));
        client.awaited(id);
        var later = client.create(order);

        // Then
        assertThat(duplicate.statusCode()).isEqualTo(425);
        assertThat(json(duplicate).get("code").stringValue()).isEqualTo("425");
        assertThat(json(duplicate).get("detail").stringValue()).isEqualTo("The Request is a duplicate of : " + id);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(json(later).get("reportId").stringValue()).isNotEqualTo(id);
    }

    @Test
    void cancelsAReportThatIsPendingAndNoOther() throws Exception {
        // Given
        var order = Orders.daily("sbTargeting", "targeting", UNTIL, UNTIL, "cost");
        var pending = "/reporting/reports/"
                + json(client.create(order)).get("reportId").stringValue();

        // When
        var cancelled = client.delete(pending);
        var again = client.delete(pending);
        var done = client.finished(order);
        var tooLate = client.delete("/reporting/reports/" + done.get("reportId").stringValue());

        // Then
        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(client.get(pending).statusCode()).isEqualTo(404);
        assertThat(tooLate.statusCode()).isEqualTo(400);
    }

    @Test
    void opensAFileByItsLinkAloneAndOnlyByThat() throws Exception {
        // Given
        var order = Orders.daily("sdCampaigns", "campaign", UNTIL, UNTIL, "cost");
        var url = client.finished(order).get("url").stringValue();

        // Then
        assertThat(client.download(url).statusCode()).isEqualTo(200);
        assertThat(client.download(url.substring(0, url.length() - 4) + "0000").statusCode())
                .isEqualTo(403);
        assertThat(client.download(url.replaceAll("Expires=\\d", "Expires=9")).statusCode())
                .isEqualTo(403);
        assertThat(client.download(url.substring(0, url.indexOf('?'))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void renewsALinkThatHasExpired() throws Exception {
        // Given
        var settings = SandboxSettings.of(DemoSettings.until(UNTIL))
                .withReportLatency(Duration.ZERO)
                .withLinkLife(Duration.ofMillis(700));
        try (var sandbox = Sandbox.start(settings)) {
            var hurried = TestClient.loggedIn(sandbox);
            var status = hurried.finished(GOOD);
            var first = status.get("url").stringValue();
            Thread.sleep(800);

            // When
            var expired = hurried.download(first);
            var renewed = hurried.awaited(status.get("reportId").stringValue())
                    .get("url")
                    .stringValue();

            // Then
            assertThat(expired.statusCode()).isEqualTo(403);
            assertThat(new String(expired.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("Request has expired");
            assertThat(hurried.download(renewed).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheRowsThatAFilterNames() throws Exception {
        // When
        var exact = client.rows(Orders.of(
                "spTargeting",
                "targeting",
                UNTIL,
                UNTIL,
                "DAILY",
                "[{\"field\": \"keywordType\", \"values\": [\"EXACT\"]}]",
                "matchType",
                "keywordId",
                "clicks"));
        var business = client.rows(Orders.of(
                "spCampaigns",
                "campaignPlacement",
                UNTIL,
                UNTIL,
                "DAILY",
                "[{\"field\": \"campaignSite\", \"values\": [\"AmazonBusiness\"]}]",
                "clicks"));

        // Then
        assertThat(exact).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("matchType").stringValue()).isEqualTo("EXACT");
            assertThat(row.get("keywordId").longValue()).isGreaterThan(1L << 53);
        });
        assertThat(Set.copyOf(exact)).hasSameSizeAs(exact);
        assertThat(business).isEmpty();
    }
}
