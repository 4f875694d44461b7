package io.asktrail.demo.sandbox;

import static io.asktrail.demo.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.ads.AdsOfDay;
import io.asktrail.demo.world.Channel;
import io.asktrail.demo.world.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Login, profiles, and a report from its order to its rows. */
class SandboxTest {
    private static final LocalDate UNTIL = LocalDate.of(2025, 10, 31);
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.of(DemoSettings.until(UNTIL)).withReportLatency(Duration.ofMillis(150)));
    private static TestClient client = new TestClient(SANDBOX);

    @BeforeAll
    static void login() throws Exception {
        client = TestClient.loggedIn(SANDBOX);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void givesATokenForTheRefreshToken() throws Exception {
        // When
        var reply = new TestClient(SANDBOX).refresh();

        // Then
        var token = json(reply);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(token.get("access_token").stringValue()).startsWith("Atza|");
        assertThat(token.get("refresh_token").stringValue()).startsWith("Atzr|");
        assertThat(token.get("token_type").stringValue()).isEqualTo("bearer");
        assertThat(token.get("expires_in").intValue()).isEqualTo(3600);
    }

    @Test
    void showsOneIndianSeller() throws Exception {
        // When
        var profiles = json(client.send(client.to("/v2/profiles").GET()));

        // Then
        assertThat(profiles).hasSize(1);
        var profile = profiles.get(0);
        assertThat(profile.get("profileId").isIntegralNumber()).isTrue();
        assertThat(profile.get("profileId").longValue())
                .isEqualTo(SANDBOX.credentials().profileId());
        assertThat(profile.get("countryCode").stringValue()).isEqualTo("IN");
        assertThat(profile.get("currencyCode").stringValue()).isEqualTo("INR");
        assertThat(profile.get("timezone").stringValue()).isEqualTo("Asia/Kolkata");
        assertThat(profile.get("accountInfo").get("type").stringValue()).isEqualTo("seller");
        assertThat(profile.get("accountInfo").get("marketplaceStringId").stringValue())
                .isEqualTo("A21TJRUUN4KGV");
    }

    @Test
    void takesAReportFromPendingToItsRows() throws Exception {
        // Given
        var order = Orders.daily(
                "spCampaigns",
                "campaign",
                UNTIL.minusDays(1),
                UNTIL,
                "date",
                "campaignId",
                "impressions",
                "clicks",
                "cost",
                "purchases7d",
                "sales7d");

        // When
        var created = client.create(order);
        var id = json(created).get("reportId").stringValue();
        var seen = new ArrayList<String>();
        seen.add(json(created).get("status").stringValue());
        while (!seen.getLast().equals("COMPLETED")) {
            var status =
                    json(client.get("/reporting/reports/" + id)).get("status").stringValue();
            if (!seen.getLast().equals(status)) {
                seen.add(status);
            }
        }
        var done = json(client.get("/reporting/reports/" + id));
        var rows = TestClient.JSON.readTree(client.unpacked(done.get("url").stringValue()));

        // Then
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.createasyncreportresponse.v3+json");
        assertThat(json(created).get("url").isNull()).isTrue();
        assertThat(json(created).get("generatedAt").isNull()).isTrue();
        assertThat(json(created).get("configuration").get("columns")).hasSize(7);
        assertThat(seen).containsExactly("PENDING", "PROCESSING", "COMPLETED");
        assertThat(done.get("fileSize").longValue())
                .isEqualTo(client.download(done.get("url").stringValue())
                        .headers()
                        .firstValueAsLong("Content-Length")
                        .orElseThrow());
        assertThat(Instant.parse(done.get("urlExpiresAt").stringValue()))
                .isAfter(Instant.now().plusSeconds(3_500));
        var world = new World(DemoSettings.DEFAULT_SEED, 1);
        var expected = new ArrayList<String>();
        for (var day : new LocalDate[] {UNTIL.minusDays(1), UNTIL}) {
            for (var row : new AdsOfDay(world).on(day)) {
                if (row.campaign().channel() == Channel.SP) {
                    var total = row.total();
                    expected.add(
                            "{\"date\":\"%s\",\"campaignId\":%d,\"impressions\":%d,\"clicks\":%d,\"cost\":%s,\"purchases7d\":%d,\"sales7d\":%s}"
                                    .formatted(
                                            day,
                                            row.campaign().id(),
                                            total.impressions(),
                                            total.clicks(),
                                            BigDecimal.valueOf(total.costPaise(), 2),
                                            total.orders(),
                                            BigDecimal.valueOf(total.salesPaise(), 2)));
                }
            }
        }
        assertThat(rows).hasSizeGreaterThan(100);
        assertThat(rows).extracting(Object::toString).containsExactlyElementsOf(expected);
    }
}
