package io.asktrail.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.asktrail.querying.ServedTools;
import io.asktrail.querying.TableReader;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.tool.ToolDefinition;
import io.asktrail.sales.orders.LoadReport;
import io.asktrail.sales.orders.OrderFileImport;
import io.asktrail.sales.orders.OrdersDatabase;
import io.asktrail.service.loading.LoadProgress;
import io.asktrail.testkit.fetch.Fetches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A real seller's file, where it lies beside the project; it is no part of it. Figures were worked out from the file by
 * other means, and by plain SQL on the loaded lines.
 */
class RealOrdersTest {
    private static final Path FILE = Path.of(
            System.getProperty("asktrail.orders-file", "../../shared/data/amazon-sale-report-india-2022.csv.gz"));

    private static OrdersDatabase database;
    private static LoadReport report;
    private static TableReader agent;

    @BeforeAll
    static void loadOnce() throws Exception {
        assumeTrue(Files.exists(FILE), "skipped: the real order file is not at " + FILE.toAbsolutePath());
        var registry = RegistryLoader.load(RegistryLocation.bundled("orders"));
        database = OrdersDatabase.empty();
        try (var connection = database.open()) {
            report = OrderFileImport.by(registry).load(FILE, connection, LoadProgress.silent());
        }
        agent = TableReader.open(
                new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)),
                () -> registry,
                new Connections(Map.of(
                        "warehouse", new ConnectionSettings(database.url(), database.user(), database.password()))),
                Clock.systemUTC());
    }

    @Test
    void loadsEveryLine() throws Exception {
        assertThat(report.read()).isEqualTo(128_975);
        assertThat(report.added()).isEqualTo(128_975);
        assertThat(report.setAside()).isEmpty();
        assertThat(report.unknownStates()).isEqualTo(Map.of("APO", 1L));
        assertThat(database.query("select count(*), count(distinct order_id), count(*) filter (where geo is null),"
                        + " count(distinct geo) filter (where geo <> 'APO'), min(order_date), max(order_date)"
                        + " from sales.order_lines"))
                .containsExactly("128975|120378|33|36|2022-03-31|2022-06-29");
    }

    @Test
    void givesTheKnownFiguresOfApril() throws Exception {
        // When
        var april = Fetches.texts(agent.fetch(
                Fetches.call("*"), Orders.query("gross_sales refunds", "", "2022-04-01..2022-04-30", Map.of())));

        // Then: gross sales of 26,234,520 and net sales of 25,669,247, to the rupee
        var gross = 26_234_520L;
        var net = 25_669_247L;
        assertThat(april).hasSize(1);
        var cells = april.getFirst().split("\\|");
        assertThat(Math.round(Double.parseDouble(cells[0]))).isEqualTo(gross);
        assertThat(Math.round(Double.parseDouble(cells[0]) - Double.parseDouble(cells[1])))
                .isEqualTo(net);
        assertThat(database.query("select round(sum(case when status = 'Cancelled' then 0 else amount end)),"
                        + " round(sum(case when status = 'Cancelled' or status like 'Shipped - Return%'"
                        + " or status = 'Shipped - Rejected by Buyer' then 0 else amount end))"
                        + " from sales.order_lines where order_date between '2022-04-01' and '2022-04-30'"))
                .containsExactly(gross + "|" + net);
    }

    @Test
    void groupsByEveryDimensionAsPlainSqlDoes() throws Exception {
        for (var column : List.of("sku", "category", "size", "geo", "city", "fulfilment", "status", "b2b")) {
            // When
            var rows = Fetches.texts(agent.fetch(
                    Fetches.call("*"), Orders.query("gross_sales orders", column, "2022-05-01..2022-05-31", Map.of())));

            // Then
            assertThat(rows).as(column).containsExactlyElementsOf(database.query("""
                select %s, trim_scale(coalesce(sum(amount) filter (where status != 'Cancelled'), 0)),
                    count(distinct case when status != 'Cancelled' then order_id end)
                from sales.order_lines where order_date between '2022-05-01' and '2022-05-31'
                group by 1 order by 1 nulls last\
                """.formatted(column)));
        }
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        // Given
        var before =
                database.query("select count(*), sum(amount), md5(string_agg(l::text, '' order by order_id, line_no))"
                        + " from sales.order_lines l");

        // When
        LoadReport again;
        try (var connection = database.open()) {
            again = OrderFileImport.by(RegistryLoader.load(RegistryLocation.bundled("orders")))
                    .load(FILE, connection, LoadProgress.silent());
        }

        // Then
        assertThat(again.alreadyLoaded()).isTrue();
        assertThat(database.query(
                        "select count(*), sum(amount), md5(string_agg(l::text, '' order by order_id, line_no))"
                                + " from sales.order_lines l"))
                .isEqualTo(before);
    }

    @Test
    void feedsStatesAndCitiesWithWhereTheyAre() {
        // When
        var feed = agent.values(
                Fetches.call("*"),
                new io.asktrail.contracts.agent.DataAgent.ValueRequest(
                        new io.asktrail.contracts.id.DimensionId("city"), 20_000));

        // Then
        assertThat(feed.complete()).isTrue();
        assertThat(feed.values()).anySatisfy(value -> {
            assertThat(value.value()).isEqualTo("Bengaluru");
            assertThat(value.regions()).contains("Karnataka");
        });
    }
}
