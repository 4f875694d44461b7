package io.asktrail.registry.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.registry.Registry;
import io.asktrail.registry.dimension.KnownValue;
import io.asktrail.registry.metric.Derivation;
import io.asktrail.registry.metric.MetricDefinition;
import io.asktrail.registry.metric.Window;
import io.asktrail.registry.schema.TableId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledRegistriesTest {
    private static final Registry DEMO = RegistryLoader.load(RegistryLocation.bundled("demo"));
    private static final Registry ORDERS = RegistryLoader.load(RegistryLocation.bundled("orders"));

    @Test
    void theDemoOffersTheVocabularyThatIsPromised() {
        assertThat(offered(DEMO))
                .containsExactlyInAnyOrder(
                        ("spend impressions clicks ctr cpc cpm attributed_sales attributed_orders attributed_units cvr"
                                        + " acos cpa ntb_orders budget daily_budget orders units gross_sales refunds net_sales aov asp"
                                        + " refund_rate cancelled_orders cancellation_rate customers new_customers ltv cogs"
                                        + " gross_profit revenue roas blended_roas tacos ad_sales_share contribution"
                                        + " median_order_value p90_order_value")
                                .split(" "));
        assertThat(DEMO.dimensions().keySet().stream().map(DimensionId::value))
                .containsExactlyInAnyOrder(
                        ("date channel campaign campaign_status campaign_start ad_group keyword search_term match_type placement product"
                                        + " category brand geo city sales_channel customer_type fulfilment")
                                .split(" "));
    }

    @Test
    void theFilesOfASellerHaveTheirOwnVocabulary() {
        assertThat(offered(ORDERS))
                .containsExactlyInAnyOrder(
                        ("orders units gross_sales refunds net_sales aov asp refund_rate cancelled_orders cancellation_rate"
                                        + " spend impressions clicks ctr cpc cpm attributed_sales attributed_orders"
                                        + " attributed_units cvr acos cpa ntb_orders budget daily_budget revenue roas blended_roas"
                                        + " tacos ad_sales_share")
                                .split(" "));
        assertThat(ORDERS.dimensions().keySet().stream().map(DimensionId::value))
                .containsExactlyInAnyOrder(
                        ("date sku category size geo city fulfilment status b2b sales_channel channel campaign"
                                        + " campaign_status campaign_start ad_group keyword search_term match_type placement")
                                .split(" "));
    }

    private static Stream<String> offered(Registry registry) {
        return registry.metrics().values().stream()
                .filter(metric -> !metric.hidden())
                .map(MetricDefinition::id)
                .map(MetricId::value);
    }

    @ParameterizedTest
    @CsvSource({
        "roas, revenue/spend",
        "cpm, 1000*spend/impressions",
        "net_sales, gross_sales-refunds",
        "cancellation_rate, cancelled_orders/(orders+cancelled_orders)",
        "ltv, net_sales_to_date/customers_to_date",
        "contribution, gross_profit-spend"
    })
    void formulasAreThoseOfTheDesign(String metric, String formula) {
        var text =
                switch (DEMO.metric(new MetricId(metric)).derivation()) {
                    case Derivation.Ratio(var ratio) -> ratio.text();
                    case Derivation.Derived(var derived) -> derived.text();
                    case Derivation.Measured _, Derivation.FirstAvailable _ -> "none";
                };
        assertThat(text).isEqualTo(formula);
    }

    @Test
    void whatLtvIsMadeOfCountsAllDaysAndIsOfferedToNobody() {
        assertThat(List.of("gross_sales_to_date", "refunds_to_date", "customers_to_date"))
                .map(id -> DEMO.metric(new MetricId(id)))
                .allSatisfy(metric -> {
                    assertThat(metric.hidden()).isTrue();
                    assertThat(metric.derivation())
                            .isInstanceOfSatisfying(
                                    Derivation.Measured.class,
                                    measured -> assertThat(measured.window()).isEqualTo(Window.TO_DATE));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "sales.order_lines, channel, 1",
        "sales.order_lines, geo, 0",
        "ads.campaign_daily, geo, 1",
        "ads.product_metrics, category, 1",
        "ads.search_term_daily, search_term, 0"
    })
    void factsReachTheirDimensions(String table, String dimension, int hops) {
        var path = DEMO.path(new TableId(table), new DimensionId(dimension));
        assertThat(path).hasValueSatisfying(found -> assertThat(found.hops()).hasSize(hops));
    }

    @Test
    void everyStateAndTerritoryIsKnownInBothWorkspaces() {
        var states = DEMO.dimension(new DimensionId("geo")).values();
        assertThat(states).hasSize(36);
        assertThat(ORDERS.dimension(new DimensionId("geo")).values()).isEqualTo(states);
    }

    @ParameterizedTest
    @CsvSource({
        "geo, Dilli, Delhi",
        "geo, Orissa, Odisha",
        "geo, Rajshthan, Rajasthan",
        "geo, PB, Punjab",
        "geo, Pondicherry, Puducherry",
        "geo, DADRA AND NAGAR, Dadra and Nagar Haveli and Daman and Diu",
        "geo, J&K, Jammu and Kashmir",
        "geo, उत्तर प्रदेश, Uttar Pradesh",
        "city, Bombay, Mumbai",
        "city, Bangalore, Bengaluru",
        "city, Gurgaon, Gurugram",
        "channel, Sponsored Brands, SB"
    })
    void otherNamesLeadToTheValue(String dimension, String written, String value) {
        var found = DEMO.dimension(new DimensionId(dimension)).values().stream()
                .filter(known -> Stream.concat(Stream.of(known.value()), known.aliases().stream())
                        .anyMatch(written::equalsIgnoreCase))
                .map(KnownValue::value);
        assertThat(found).containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({
        "sales, net_sales",
        "revenue, net_sales",
        "GMV, gross_sales",
        "conversions, attributed_orders",
        "purchases, attributed_orders",
        "cost, spend",
        "kharcha, spend",
        "kitna bika, units",
        "MER, blended_roas",
        "ticket size, aov",
        "बिक्री, net_sales"
    })
    void everydayWordsMeanOneMetric(String word, String metric) {
        var found = DEMO.metrics().values().stream()
                .filter(definition -> definition.names().all().anyMatch(word::equalsIgnoreCase))
                .map(definition -> definition.id().value());
        assertThat(found).containsExactly(metric);
    }

    @Test
    void aViewerSeesNoCostsOfGoodsAndAnAnalystDoes() {
        var hidden = List.of("cogs", "gross_profit", "contribution", "ltv", "customers", "new_customers").stream()
                .map(MetricId::new)
                .toList();
        var viewer = DEMO.accessOf(new Caller("v", List.of(Role.VIEWER), List.of("*"), List.of(), List.of()));
        var analyst = DEMO.accessOf(new Caller("a", List.of(Role.ANALYST), List.of("*"), List.of(), List.of()));
        assertThat(viewer.metrics()).doesNotContainAnyElementsOf(hidden).contains(new MetricId("net_sales"));
        assertThat(analyst.metrics()).containsAll(hidden);
    }

    @Test
    void everyFactOfTheDemoIsNarrowedByRegion() {
        assertThat(DEMO.tables().values())
                .filteredOn(table -> table.isFact())
                .allSatisfy(table -> assertThat(table.rowFilters()).isNotEmpty());
    }

    @Test
    void aRegistryIsReadFromAJarAsFromAFolder(@TempDir Path folder) throws Exception {
        // Given
        var jar = folder.resolve("registry.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : RegistryLocation.bundled("demo").files()) {
                out.putNextEntry(new JarEntry("packed/" + file.path()));
                out.write(file.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        var calendar = new java.net.URI("jar:" + jar.toUri() + "!/packed/calendar.yaml").toURL();

        // When
        var files = ClassPathLocation.filesAround(calendar);

        // Then
        assertThat(files).isEqualTo(RegistryLocation.bundled("demo").files());
    }
}
