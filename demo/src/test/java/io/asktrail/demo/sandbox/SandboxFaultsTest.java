package io.asktrail.demo.sandbox;

import static io.asktrail.demo.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.sandbox.fault.Fault;
import io.asktrail.demo.sandbox.fault.FaultRule;
import io.asktrail.demo.sandbox.http.Endpoint;
import io.asktrail.demo.sandbox.http.RequestCounts;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Every fault, as somebody at the other end of the wire meets it. */
class SandboxFaultsTest {
    private static final LocalDate UNTIL = LocalDate.of(2025, 10, 31);
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.of(DemoSettings.until(UNTIL)).withReportLatency(Duration.ofMillis(20)));
    private static final String ORDER = Orders.daily(
            "spCampaigns",
            "campaign",
            UNTIL.minusDays(9),
            UNTIL,
            "date",
            "campaignId",
            "cost",
            "purchases7d",
            "sales7d");

    private TestClient client = new TestClient(SANDBOX);

    @BeforeEach
    void onAGoodDay() throws Exception {
        SANDBOX.faults().clear();
        client = TestClient.loggedIn(SANDBOX);
        SANDBOX.requests().clear();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void throttlesSoManyRequestsAndThenAnswers() throws Exception {
        // Given
        SANDBOX.faults()
                .add(FaultRule.of(new Fault.Throttle(Duration.ofSeconds(7)))
                        .onPath("/v2")
                        .times(2));

        // When
        var first = client.get("/v2/profiles");
        var elsewhere = client.get("/sd/campaigns");
        var second = client.get("/v2/profiles");
        var third = client.get("/v2/profiles");

        // Then
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(List.of(elsewhere.statusCode(), second.statusCode(), third.statusCode()))
                .containsExactly(200, 429, 200);
        assertThat(SANDBOX.requests().of(Endpoint.PROFILES, 429)).isEqualTo(2);
        assertThat(SANDBOX.requests().of(Endpoint.PROFILES)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 401})
    void answersWithAnErrorStatus(int status) throws Exception {
        // Given
        SANDBOX.faults().add(new Fault.ErrorStatus(status));

        // When
        var reply = client.create(ORDER);

        // Then
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(json(reply).get("code").stringValue()).isEqualTo(Integer.toString(status));
        assertThat(SANDBOX.requests().of(Endpoint.CREATE_REPORT, status)).isEqualTo(1);
    }

    @Test
    void answersLate() throws Exception {
        // Given
        SANDBOX.faults()
                .add(FaultRule.of(new Fault.Slow(Duration.ofMillis(400))).times(1));
        long begun = System.nanoTime();

        // When
        var reply = client.get("/v2/profiles");

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        assertThat(reply.statusCode()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionWithoutAnAnswer() {
        // Given
        SANDBOX.faults().add(new Fault.Reset());

        // Then
        assertThatThrownBy(() -> client.create(ORDER)).isInstanceOf(IOException.class);
        assertThat(SANDBOX.requests().of(Endpoint.CREATE_REPORT, RequestCounts.UNANSWERED))
                .isPositive();
    }

    @Test
    void cutsAnAnswerInItsMiddle() {
        // Given
        SANDBOX.faults().add(new Fault.CutReply());

        // Then
        assertThatThrownBy(() -> client.get("/sd/campaigns"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("fixed content-length");
    }

    @Test
    void failsAReportWithAReason() throws Exception {
        // Given
        SANDBOX.faults()
                .add(FaultRule.of(new Fault.FailedReport("Out of luck"))
                        .onReport("spCampaigns")
                        .times(1));

        // When
        var failed = client.finished(ORDER);
        var again = client.finished(ORDER);

        // Then
        assertThat(failed.get("status").stringValue()).isEqualTo("FAILED");
        assertThat(failed.get("failureReason").stringValue()).isEqualTo("Out of luck");
        assertThat(failed.get("url").isNull()).isTrue();
        assertThat(again.get("status").stringValue()).isEqualTo("COMPLETED");
        assertThat(again.get("failureReason").isNull()).isTrue();
    }

    @Test
    void keepsReportsOfATypeInTheQueueUntilFaultsAreCleared() throws Exception {
        // Given
        SANDBOX.faults().add(FaultRule.of(new Fault.HeldReport()).onReport("sdCampaigns"));
        var held = json(client.create(Orders.daily("sdCampaigns", "campaign", UNTIL, UNTIL, "date", "cost")))
                .get("reportId")
                .stringValue();

        // When
        var other = client.finished(ORDER);
        var meanwhile =
                json(client.get("/reporting/reports/" + held)).get("status").stringValue();
        SANDBOX.faults().clear();

        // Then
        assertThat(other.get("status").stringValue()).isEqualTo("COMPLETED");
        assertThat(meanwhile).isEqualTo("PENDING");
        assertThat(client.awaited(held).get("status").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    void answersADownloadAsIfTheLinkWereTooOld() throws Exception {
        // Given
        var url = client.finished(ORDER).get("url").stringValue();
        SANDBOX.faults().add(FaultRule.of(new Fault.ExpiredUrl()).times(1));

        // When
        var refused = client.download(url);
        var given = client.download(url);

        // Then
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(given.statusCode()).isEqualTo(200);
    }

    @Test
    void truncatesAFileThoughTheAnswerIsComplete() throws Exception {
        // Given
        var status = client.finished(ORDER);
        SANDBOX.faults().add(new Fault.TruncatedGzip());

        // When
        var bytes = client.download(status.get("url").stringValue()).body().readAllBytes();

        // Then
        assertThat(bytes.length).isEqualTo(status.get("fileSize").longValue() / 2);
        assertThatThrownBy(() -> new GZIPInputStream(new java.io.ByteArrayInputStream(bytes)).readAllBytes())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void packsABombThatIsAThousandTimesItsSize() throws Exception {
        // Given
        var url = client.finished(ORDER).get("url").stringValue();
        SANDBOX.faults().add(new Fault.GzipBomb(50_000_001));

        // When
        var packed = client.download(url).body().readAllBytes();
        var unpacked = client.unpacked(url);

        // Then
        assertThat(unpacked.length).isEqualTo(50_000_001);
        assertThat(packed.length).isLessThan(unpacked.length / 900);
        assertThat(TestClient.JSON.readTree(unpacked)).isEmpty();
    }

    @Test
    void breaksTheJsonOfAnIntactFile() throws Exception {
        // Given
        var url = client.finished(ORDER).get("url").stringValue();
        var whole = client.unpacked(url);
        SANDBOX.faults().add(new Fault.MalformedJson());

        // When
        var broken = client.unpacked(url);

        // Then
        assertThat(broken.length).isGreaterThan(whole.length / 2).isLessThan(whole.length);
        assertThatThrownBy(() -> TestClient.JSON.readTree(broken)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesEveryTokenWhileAccessIsRevoked() throws Exception {
        // Given
        SANDBOX.faults().add(new Fault.RevokedToken());

        // When
        var refreshed = client.refresh();
        var called = client.get("/v2/profiles");
        SANDBOX.faults().clear();
        var later = client.get("/v2/profiles");

        // Then
        assertThat(refreshed.statusCode()).isEqualTo(400);
        assertThat(json(refreshed).get("error").stringValue()).isEqualTo("invalid_grant");
        assertThat(called.statusCode()).isEqualTo(401);
        assertThat(later.statusCode()).isEqualTo(200);
    }

    @Test
    void knowsHalfOfTheOrdersOfYoungDaysAtFirstAndAllLater() throws Exception {
        // Given
        var settled = client.rows(ORDER);
        SANDBOX.faults().add(new Fault.Restatement(7));

        // When
        var first = client.rows(ORDER);
        var second = client.rows(ORDER);

        // Then
        var young = TODAY.minusDays(7).toString();
        assertThat(second).isEqualTo(settled);
        assertThat(before(first, young)).isEqualTo(before(settled, young)).isNotEmpty();
        assertThat(sum(since(first, young), "cost")).isEqualByComparingTo(sum(since(settled, young), "cost"));
        assertThat(sum(since(first, young), "purchases7d"))
                .isLessThan(sum(since(settled, young), "purchases7d").multiply(new BigDecimal("0.51")))
                .isPositive();
        assertThat(sum(since(first, young), "sales7d"))
                .isLessThan(sum(since(settled, young), "sales7d").multiply(new BigDecimal("0.55")))
                .isPositive();
    }

    @Test
    void restatesTheFinerReportsSoThatTheyStillSumToTheCampaign() throws Exception {
        // Given
        SANDBOX.faults().add(new Fault.Restatement(7));

        // When
        var campaigns = client.rows(ORDER);
        var products = client.rows(
                ORDER.replace("spCampaigns", "spAdvertisedProduct").replace("[\"campaign\"]", "[\"advertiser\"]"));

        // Then
        assertThat(sum(products, "purchases7d")).isEqualByComparingTo(sum(campaigns, "purchases7d"));
        assertThat(sum(products, "sales7d")).isEqualByComparingTo(sum(campaigns, "sales7d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"throttle\", \"retry_after_seconds\": 3, \"times\": 1} | 429",
                "{\"kind\": \"error_status\", \"status\": 502, \"path\": \"/sd\"} | 502",
                "{\"kind\": \"error_status\", \"path\": \"/v2\"} | 200",
                "{\"kind\": \"slow\", \"delay_ms\": 5} | 200",
                "{\"kind\": \"revoked_token\"} | 401"
            })
    void takesFaultsOverHttp(String fault, int status) throws Exception {
        // When
        var set = control("POST", "/sandbox/faults", fault);

        // Then
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(json(set).get("faults").get(0).get("kind").stringValue())
                .isEqualTo(TestClient.JSON.readTree(fault).get("kind").stringValue());
        assertThat(client.get("/sd/campaigns").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset",
                "cut_reply",
                "failed_report",
                "held_report",
                "expired_url",
                "truncated_gzip",
                "gzip_bomb",
                "malformed_json",
                "restatement"
            })
    void takesEveryKindByItsNameAlone(String kind) throws Exception {
        // When
        var set = control("POST", "/sandbox/faults", "{\"kind\": \"%s\"}".formatted(kind));
        var cleared = control("DELETE", "/sandbox/faults", "");

        // Then
        assertThat(json(set).get("faults").get(0).get("kind").stringValue()).isEqualTo(kind);
        assertThat(json(cleared).get("faults")).isEmpty();
        assertThat(client.get("/v2/profiles").statusCode()).isEqualTo(200);
    }

    @Test
    void takesTheLoginDownAlone() throws Exception {
        // When
        control("POST", "/sandbox/faults", "{\"kind\": \"token_down\"}");

        // Then
        assertThat(client.refresh().statusCode()).isEqualTo(503);
        assertThat(client.get("/v2/profiles").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "{\"kind\": \"earthquake\"}",
                "{\"kind\": \"throttle\", \"times\": 0}",
                "{\"kind\": \"error_status\", \"status\": 200}",
                "{\"kind\": \"restatement\", \"days\": 0}",
                "{\"kind\": \"gzip_bomb\", \"unpacked_bytes\": 1}",
                "{\"kind\": \"slow\", \"delay\": 5}"
            })
    void refusesAFaultItDoesNotKnow(String fault) throws Exception {
        // When
        var reply = control("POST", "/sandbox/faults", fault);

        // Then
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).get("detail").stringValue()).isNotEmpty();
        assertThat(SANDBOX.faults().all()).isEmpty();
    }

    @Test
    void tellsHowOftenWhatWasAsked() throws Exception {
        // Given
        client.get("/v2/profiles");
        client.get("/v2/profiles");
        client.get("/reporting/reports/unknown");

        // When
        var counts = json(control("GET", "/sandbox/requests", "")).get("requests");
        var cleared = json(control("DELETE", "/sandbox/requests", "")).get("requests");

        // Then
        assertThat(counts)
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"endpoint\":\"profiles\",\"method\":\"GET\",\"path\":\"/v2/profiles\",\"status\":200,\"count\":2}",
                        "{\"endpoint\":\"report_status\",\"method\":\"GET\",\"path\":\"/reporting/reports/{reportId}\",\"status\":404,\"count\":1}");
        assertThat(cleared).isEmpty();
        assertThat(control("GET", "/sandbox/else", "").statusCode()).isEqualTo(404);
    }

    private static final LocalDate TODAY = UNTIL.plusDays(1);

    private HttpResponse<String> control(String method, String path, String body) throws Exception {
        return client.send(client.bare(path).method(method, BodyPublishers.ofString(body)));
    }

    private static List<JsonNode> before(List<JsonNode> rows, String day) {
        return rows.stream()
                .filter(row -> row.get("date").stringValue().compareTo(day) < 0)
                .toList();
    }

    private static List<JsonNode> since(List<JsonNode> rows, String day) {
        return rows.stream()
                .filter(row -> row.get("date").stringValue().compareTo(day) >= 0)
                .toList();
    }

    private static BigDecimal sum(List<JsonNode> rows, String column) {
        return rows.stream().map(row -> row.get(column).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
