package io.asktrail.orchestrator.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.result.Freshness;
import io.asktrail.orchestrator.faults.StubAgents;
import io.asktrail.orchestrator.faults.Suite;
import io.asktrail.testkit.fault.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final LocalDate YESTERDAY =
            LocalDate.now(ZoneId.of("Asia/Kolkata")).minusDays(1);
    private static final Instant LOADED = Instant.parse("2025-11-15T21:30:00Z");

    @AfterEach
    void allIsWellAgain() {
        Service.SUITE.way.faults(_ -> new Fault.None());
        Service.SUITE.agents.adsFreshness = List.of();
        Service.SUITE.agents.salesFreshness = List.of();
    }

    @Test
    void isToldTableByTableAsTheAgentsTellIt() {
        // Given
        Service.SUITE.agents.adsFreshness = List.of(new Freshness(
                "Amazon Ads, by campaign", LocalDate.of(2025, 1, 1), YESTERDAY, LOADED, YESTERDAY.minusDays(41)));
        Service.SUITE.agents.salesFreshness =
                List.of(new Freshness("Orders", LocalDate.of(2025, 1, 1), YESTERDAY.minusDays(5), null, null));

        // When
        var sources = Service.json(Service.get(Service.analyst(), "/freshness"));

        // Then
        assertThat(sources).isEqualTo(StubAgents.JSON.readTree("""
                {"sources":[
                  {"tool":"amazon_ads_api","label":"Amazon Ads, by campaign","fresh_to":"%s","provisional_from":"%s",
                   "synced_at":"2025-11-15T21:30:00Z","state":"ok"},
                  {"tool":null,"label":"Orders","fresh_to":"%s","provisional_from":null,"synced_at":null,
                   "state":"behind"}]}\
                """.formatted(
                        YESTERDAY, YESTERDAY.minusDays(41), YESTERDAY.minusDays(5))));
    }

    @Test
    void isUnknownOfAnAgentThatIsAwayAndStillToldOfTheOther() {
        // Given
        Service.SUITE.agents.adsFreshness =
                List.of(new Freshness("Amazon Ads, by campaign", null, YESTERDAY, LOADED, null));
        Service.SUITE.way.faults(
                path -> path.equals("/agents/sales/freshness") ? new Fault.Status(503, "") : new Fault.None());

        // When
        var sources = Service.json(Service.get(Service.analyst(), "/freshness")).get("sources");

        // Then
        assertThat(sources.get(0).get("state").asString()).isEqualTo("ok");
        assertThat(sources.get(1).get("tool").asString()).isEqualTo("sales_db");
        assertThat(sources.get(1).get("state").asString()).isEqualTo("unknown");
        assertThat(sources.get(1).get("fresh_to").isNull()).isTrue();
    }

    @Test
    void standsInTheFiguresOfOperationTogetherWithTheAgents() {
        // Given
        Service.SUITE.agents.salesFreshness =
                List.of(new Freshness("Orders", null, YESTERDAY.minusDays(5), LOADED, null));
        Service.SUITE.way.faults(path -> path.equals("/agents/ads/freshness") ? Suite.DOWN : new Fault.None());

        // When
        var seen = Service.json(Service.get(Service.caller(Role.MANAGER, "*"), "/admin/operations"));

        // Then
        assertThat(seen.get("sync")).isEqualTo(StubAgents.JSON.readTree("""
                [{"source":"What the ads cost and brought, from the store that keeps Amazon's reports.",
                  "state":"unknown","last_success":null,"behind":null},
                 {"source":"Orders","state":"behind","last_success":"2025-11-15T21:30:00Z","behind":"5 days"}]\
                """));
        var agents = seen.get("agents");
        assertThat(agents.findValuesAsString("id"))
                .containsExactly("router", "planner", "ads", "sales", "compute", "insights", "composer", "files");
        assertThat(agents.get(2).get("state").asString()).isEqualTo("down");
        assertThat(agents.get(2).get("detail").asString()).contains("agent-ads");
        assertThat(agents.get(3).get("state").asString()).isEqualTo("up");
        assertThat(agents.get(3).get("latency_ms").isNumber()).isTrue();
        assertThat(seen.get("breakers").findValuesAsString("tool"))
                .containsExactly("amazon_ads_api", "compute", "sales_db");
        assertThat(seen.get("breakers").findValuesAsString("state")).containsOnly("closed");
        assertThat(seen.get("model").get("currency").isNull()).isTrue();
    }
}
