package io.asktrail.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.agent.DataAgent.ValueRequest;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.FieldId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.Note;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Direction;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Filter;
import io.asktrail.contracts.task.FilterValue;
import io.asktrail.contracts.task.Operator;
import io.asktrail.contracts.task.Ordering;
import io.asktrail.service.call.AgentClients;
import io.asktrail.service.token.KeyFile;
import io.asktrail.testkit.fetch.Fetches;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs alone, over the demo's store, called as the orchestrator calls it. */
@SpringBootTest(
        classes = AdsService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "asktrail.service=agent-ads")
class AdsServiceTest {
    private static final String OCTOBER = "2025-10-01..2025-10-31";
    private static final DemoStore DEMO = new DemoStore();

    @TempDir
    static Path keys;

    private final AdsAgent inProcess;
    private final AdsAgent overHttp;

    AdsServiceTest(
            @Autowired @Qualifier(AdsAutoConfiguration.LOGIC) AdsAgent inProcess,
            @Autowired AgentClients clients,
            @LocalServerPort int port) {
        this.inProcess = inProcess;
        this.overHttp = clients.create(AdsAgent.class, "agent-ads", URI.create("http://127.0.0.1:" + port));
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) throws IOException {
        KeyFile.createIfAbsent(keys.resolve("agent-ads.key"));
        properties.add("asktrail.internal.key-dir", () -> keys);
        properties.add("asktrail.connections.ads.url", DEMO::url);
        properties.add("asktrail.connections.ads.username", DEMO::user);
        properties.add("asktrail.connections.ads.password", DEMO::password);
    }

    @Test
    void givesEveryCapabilityAsPlainSqlDoes() {
        for (var capability : List.of("campaign", "product", "targeting", "search_term", "placement")) {
            // When
            var rows = overHttp.fetch(
                    Fetches.call("*"),
                    fetch(
                            "get_%s_metrics".formatted(capability),
                            "spend clicks ntb_orders",
                            "channel campaign",
                            Entities.NONE));

            // Then
            var table = capability.equals("product") ? "product_metrics" : capability + "_daily";
            assertThat(Fetches.texts(rows)).as(capability).containsExactlyElementsOf(DEMO.query("""
                select c.channel, c.campaign_name, c.campaign_id, trim_scale(sum(cost)), sum(clicks), sum(ntb_orders)
                from ads.%s join ads.campaigns c using (campaign_id)
                where date between '2025-10-01' and '2025-10-31' group by 1, 2, 3 order by 1, 2, 3\
                """.formatted(table)));
            assertThat(Fetches.texts(rows)).isNotEmpty();
        }
    }

    @Test
    void givesTheSameInOneProcessAndOverHttp() {
        // Given
        var request = fetch(
                "get_product_metrics",
                "spend attributed_sales",
                "product",
                Entities.of(new DimensionId("geo"), List.of("Delhi", "Kerala")));

        // When
        var here = (StepResult.Rows) inProcess.fetch(Fetches.call("*"), request);
        var there = (StepResult.Rows) overHttp.fetch(Fetches.call("*"), request);

        // Then
        assertThat(there).usingRecursiveComparison().ignoringFields("tookMs").isEqualTo(here);
        assertThat(there.verdicts()).isNotEmpty().allMatch(verdict -> verdict.passed());
        assertThat(there.notes().stream().map(Note::code)).contains("sb_even_split", "without_geo_left_out");
    }

    @Test
    void tellsARestrictedCallerNothingOfOtherStates() {
        // When
        var rows = (StepResult.Rows)
                overHttp.fetch(Fetches.call("Delhi"), fetch("get_campaign_metrics", "spend", "geo", Entities.NONE));

        // Then
        assertThat(Fetches.texts(rows)).containsExactlyElementsOf(DEMO.query("""
            select geo, trim_scale(sum(cost)) from ads.campaign_daily join ads.campaigns using (campaign_id)
            where geo = 'Delhi' and date between '2025-10-01' and '2025-10-31' group by 1\
            """));
        assertThat(rows.notes().stream().map(Note::text)).anyMatch(text -> text.startsWith("Some ad spend"));
        assertThat(Fetches.texts(
                        overHttp.fetch(Fetches.call(), fetch("get_campaign_metrics", "spend", "geo", Entities.NONE))))
                .isEmpty();
    }

    @Test
    void feedsCampaignsAndSaysHowFreshTheyAre() {
        // When
        var feed = overHttp.values(Fetches.call("*"), new ValueRequest(new DimensionId("campaign"), 100_000));
        var fresh = overHttp.freshness(Fetches.call("*"));

        // Then
        assertThat(feed.complete()).isTrue();
        assertThat(feed.values().stream().map(value -> value.value() + "|" + String.join(",", value.regions())))
                .containsExactlyInAnyOrderElementsOf(
                        DEMO.query("select campaign_name, coalesce(geo, '') from ads.campaigns"));
        assertThat(fresh)
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.coveredTo()).isEqualTo(LocalDate.parse("2025-10-31")));
    }

    @Test
    void listsCampaignsAsTheyAreSetTodayFilteredOrderedAndLimitedAtTheSource() {
        // Given
        var running = new Filter(
                FieldId.of(new DimensionId("campaign_status")), Operator.EQ, new FilterValue.Text("enabled"));
        var byBudget = new Ordering(FieldId.of(new MetricId("daily_budget")), Direction.DESC);

        // When
        var all = (StepResult.Rows)
                overHttp.fetch(Fetches.call("*"), list(today(), List.of(running), List.of(byBudget), 5));
        var delhi = (StepResult.Rows) overHttp.fetch(Fetches.call("Delhi"), list(today(), List.of(), List.of(), null));
        var before = (StepResult.Rows) overHttp.fetch(
                Fetches.call("*"), list(StepInputs.DateRange.parse(OCTOBER), List.of(), List.of(), null));

        // Then
        assertThat(Fetches.texts(all)).hasSize(5).containsExactlyElementsOf(DEMO.query("""
            select campaign_name, campaign_id, channel, campaign_status, coalesce(geo, 'null'), start_date,
                   trim_scale(daily_budget)
            from ads.campaigns where campaign_status = 'enabled'
            order by daily_budget desc nulls last, campaign_name, campaign_id limit 5\
            """));
        assertThat(all.verdicts()).isNotEmpty().allMatch(verdict -> verdict.passed());
        assertThat(Fetches.texts(delhi))
                .isNotEmpty()
                .hasSameSizeAs(DEMO.query("""
            select 1 from ads.campaigns where geo = 'Delhi'\
            """))
                .allMatch(row -> row.contains("|Delhi|"));
        assertThat(Fetches.texts(before)).isEmpty();
    }

    @Test
    void saysByWhichRuleSalesCountForAnAdOnlyWhereThereAreSuchNumbers() {
        // Given
        var brands = Entities.of(new DimensionId("channel"), List.of("SB"));

        // When
        var spend = rules(fetch("get_campaign_metrics", "spend clicks", "", Entities.NONE));
        var sales = rules(fetch("get_campaign_metrics", "spend attributed_sales", "", Entities.NONE));
        var brandSales = rules(fetch("get_campaign_metrics", "attributed_orders", "", brands));

        // Then
        assertThat(spend).isEmpty();
        assertThat(sales)
                .hasSize(3)
                .anyMatch(text -> text.startsWith("Sponsored Products") && text.contains("7 days after a click"))
                .anyMatch(text ->
                        text.startsWith("Sponsored Display") && text.contains("14 days after a click or a view"));
        assertThat(brandSales)
                .singleElement()
                .asString()
                .startsWith("Sponsored Brands")
                .contains("14 days");
    }

    private List<String> rules(FetchRequest request) {
        return ((StepResult.Rows) overHttp.fetch(Fetches.call("*"), request))
                .notes().stream()
                        .filter(note -> note.code().startsWith("attribution_"))
                        .map(Note::text)
                        .toList();
    }

    private static StepInputs.DateRange today() {
        var today = LocalDate.now(ZoneId.of("Asia/Kolkata"));
        // Midnight may pass while the test runs.
        return new StepInputs.DateRange(today, today.plusDays(1));
    }

    private static FetchRequest list(
            StepInputs.DateRange days, List<Filter> filters, List<Ordering> order, @Nullable Integer limit) {
        var inputs = new StepInputs.Fetch(
                List.of(new MetricId("daily_budget")),
                Stream.of("campaign", "channel", "campaign_status", "geo", "campaign_start")
                        .map(DimensionId::new)
                        .toList(),
                null,
                days,
                ZoneId.of("Asia/Kolkata"),
                Entities.NONE,
                filters,
                order,
                limit);
        return new FetchRequest(new StepId("s"), ToolRef.parse("amazon_ads_api.list_campaigns"), inputs);
    }

    @Test
    void doesNotServeTheSalesTool() {
        // When
        var result = overHttp.fetch(
                Fetches.call("*"), Fetches.fetch("sales_db.query", "orders", "", OCTOBER, Entities.NONE));

        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(ErrorCode.UNKNOWN_TOOL));
    }

    private static FetchRequest fetch(String capability, String metrics, String groupBy, Entities entities) {
        return Fetches.fetch("amazon_ads_api." + capability, metrics, groupBy, OCTOBER, entities);
    }
}
