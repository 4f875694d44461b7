package io.asktrail.demo.sandbox;

import static io.asktrail.demo.sandbox.TestClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.demo.DemoSettings;
import io.asktrail.demo.world.Campaign;
import io.asktrail.demo.world.Channel;
import io.asktrail.demo.world.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxCampaignListsTest {
    private static final String SP = "application/vnd.spCampaign.v3+json";
    private static final String SB = "application/vnd.sbcampaignresource.v4+json";
    private static final LocalDate UNTIL = LocalDate.of(2025, 10, 31);
    private static final Sandbox SANDBOX =
            Sandbox.start(SandboxSettings.of(DemoSettings.until(UNTIL)).withLongestPage(20));
    private static final World WORLD = new World(DemoSettings.DEFAULT_SEED, 1);
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
    @CsvSource({"/sp/campaigns/list, " + SP + ", SP", "/sb/v4/campaigns/list, " + SB + ", SB"})
    void givesAllCampaignsPageByPage(String path, String type, Channel channel) throws Exception {
        // Given
        var ids = new ArrayList<Long>();
        var body = "{\"maxResults\": 17}";

        // When
        int pages = 0;
        for (boolean more = true; more; pages++) {
            var page = json(client.post(path, type, body));
            assertThat(page.get("totalResults").intValue())
                    .isEqualTo(ids(channel).size());
            page.get("campaigns").forEach(campaign -> {
                assertThat(campaign.get("campaignId").isString()).isTrue();
                ids.add(Long.valueOf(campaign.get("campaignId").stringValue()));
            });
            more = page.has("nextToken");
            if (more) {
                body = "{\"maxResults\": 17, \"nextToken\": \"%s\"}"
                        .formatted(page.get("nextToken").stringValue());
            }
        }

        // Then
        assertThat(ids).isEqualTo(ids(channel));
        assertThat(pages).isEqualTo(Math.ceilDiv(ids.size(), 17));
    }

    @Test
    void givesSponsoredDisplayByPosition() throws Exception {
        // Given
        var all = ids(Channel.SD);

        // When
        var first = json(client.get("/sd/campaigns?startIndex=0&count=5"));
        var second = json(client.get("/sd/campaigns?startIndex=5&count=500"));
        var beyond = json(client.get("/sd/campaigns?startIndex=5000&count=5"));

        // Then
        assertThat(first)
                .extracting(campaign -> campaign.get("campaignId").longValue())
                .isEqualTo(all.subList(0, 5));
        assertThat(second)
                .extracting(campaign -> campaign.get("campaignId").longValue())
                .isEqualTo(all.subList(5, Math.min(25, all.size())));
        assertThat(beyond).isEmpty();
    }

    @Test
    void tellsNamesBudgetsAndStatesOfEachInterface() throws Exception {
        // Given
        var campaigns = WORLD.campaigns();

        // When
        var products =
                json(client.post("/sp/campaigns/list", SP, "")).get("campaigns").get(0);
        var brands = json(client.post("/sb/v4/campaigns/list", SB, "{}"))
                .get("campaigns")
                .get(0);
        var display = json(client.get("/sd/campaigns")).get(0);

        // Then
        var ofProducts = first(campaigns, Channel.SP);
        assertThat(products.get("name").stringValue()).isEqualTo(ofProducts.name());
        assertThat(products.get("state").stringValue()).isEqualTo("ENABLED");
        assertThat(products.get("startDate").stringValue())
                .isEqualTo(ofProducts.startDate().toString());
        assertThat(products.get("budget").get("budget").decimalValue()).isEqualByComparingTo(budget(ofProducts));
        assertThat(products.get("budget").get("budgetType").stringValue()).isEqualTo("DAILY");
        assertThat(brands.get("budget").decimalValue()).isEqualByComparingTo(budget(first(campaigns, Channel.SB)));
        var ofDisplay = first(campaigns, Channel.SD);
        assertThat(display.get("budget").decimalValue()).isEqualByComparingTo(budget(ofDisplay));
        assertThat(display.get("state").stringValue()).isEqualTo("enabled");
        assertThat(display.get("startDate").stringValue())
                .isEqualTo(ofDisplay.startDate().toString().replace("-", ""));
    }

    @Test
    void keepsTheStatesThatAreAskedFor() throws Exception {
        // Given
        var expected = WORLD.campaigns().stream()
                .filter(campaign -> campaign.channel() == Channel.SP)
                .filter(campaign -> !campaign.flight().status(UNTIL).equals("enabled"))
                .count();

        // When
        var page = json(
                client.post("/sp/campaigns/list", SP, "{\"stateFilter\": {\"include\": [\"PAUSED\", \"ARCHIVED\"]}}"));
        var one = json(client.post("/sp/campaigns/list", SP, "{\"campaignIdFilter\": {\"include\": [\"400001\"]}}"));
        var none = json(client.get("/sd/campaigns?stateFilter=paused,archived"));

        // Then
        assertThat(page.get("totalResults").longValue()).isEqualTo(expected).isPositive();
        assertThat(page.get("campaigns"))
                .extracting(campaign -> campaign.get("state").stringValue())
                .isSubsetOf("PAUSED", "ARCHIVED");
        assertThat(one.get("campaigns")).hasSize(1);
        assertThat(none)
                .extracting(campaign -> campaign.get("state").stringValue())
                .isSubsetOf("paused", "archived");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"nextToken\": \"???\"}", "{\"maxResults\": 0}", "{\"maxResults\": ", "{\"stateFilter\": 1}"})
    void refusesWhatItCannotRead(String body) throws Exception {
        // Then
        assertThat(client.post("/sp/campaigns/list", SP, body).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesOtherMediaTypesAndPositionsThatAreNoNumbers() throws Exception {
        // Then
        assertThat(client.post("/sp/campaigns/list", "application/json", "{}").statusCode())
                .isEqualTo(415);
        assertThat(client.send(client.to("/sp/campaigns/list")
                                .header("Content-Type", SP)
                                .header("Accept", "text/html")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(406);
        assertThat(client.get("/sd/campaigns?startIndex=-1").statusCode()).isEqualTo(400);
        assertThat(client.get("/nowhere").statusCode()).isEqualTo(404);
    }

    private static List<Long> ids(Channel channel) {
        return WORLD.campaigns().stream()
                .filter(campaign -> campaign.channel() == channel)
                .map(Campaign::id)
                .toList();
    }

    private static Campaign first(List<Campaign> campaigns, Channel channel) {
        return campaigns.stream()
                .filter(campaign -> campaign.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal budget(Campaign campaign) {
        return BigDecimal.valueOf(campaign.traits().dailyBudgetPaise(), 2);
    }
}
