package io.asktrail.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.agent.AdsAgent;
import io.asktrail.contracts.agent.ComputeAgent;
import io.asktrail.contracts.agent.ComputeAgent.ComputeRequest;
import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.agent.PlannerAgent;
import io.asktrail.contracts.agent.PlannerAgent.PlanRequest;
import io.asktrail.contracts.agent.SalesAgent;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.plan.Plan;
import io.asktrail.contracts.plan.PlanOutcome;
import io.asktrail.contracts.plan.Step;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.table.Table;
import io.asktrail.contracts.task.Period;
import io.asktrail.contracts.task.TaskSpec;
import io.asktrail.demo.DemoData;
import io.asktrail.demo.DemoSettings;
import io.asktrail.postgres.PostgresServer;
import io.asktrail.postgres.TemporaryPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The demo's sales as a folder of CSV and Parquet files, its ads in PostgreSQL: the planner's plan over both, run by the
 * agents. Nothing but settings and one word of a tool's file differs from the demo.
 */
@Tag("full")
class AcrossWarehousesTest {
    private static final LocalDate UNTIL = LocalDate.parse("2025-10-31");
    private static final List<String> SALES = List.of("order_lines", "products", "campaigns", "coverage");

    private static PostgresServer server;
    private static ConfigurableApplicationContext agents;

    @Configuration(proxyBeanMethods = false)
    static class Time {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = TemporaryPostgres.shared();
        server.ensureDatabase("across_sales", server.superuser().user());
        server.ensureDatabase("across_ads", server.superuser().user());
        DemoData.into(() -> open("across_sales"), () -> open("across_ads"))
                .extend(new DemoSettings(DemoSettings.DEFAULT_SEED, 0.02, UNTIL));
        var application = new SpringApplication();
        application.setSources(Set.of(
                Time.class.getName(),
                "io.asktrail.querying.QueryingAutoConfiguration",
                "io.asktrail.planner.PlannerAutoConfiguration",
                "io.asktrail.compute.ComputeAutoConfiguration",
                "io.asktrail.ads.AdsAutoConfiguration",
                "io.asktrail.sales.SalesAutoConfiguration"));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of(
                "asktrail.registry", registry(folder.resolve("registry")).toString(),
                "asktrail.connections.warehouse.url", "jdbc:duckdb:" + files(folder.resolve("files")),
                "asktrail.connections.ads.url", server.jdbcUrl("across_ads"),
                "asktrail.connections.ads.username", server.superuser().user(),
                "asktrail.connections.ads.password", server.superuser().password()));
        agents = application.run();
    }

    @AfterAll
    static void stop() {
        agents.close();
    }

    @Test
    void joinsSpendOfPostgresqlWithSalesOfFiles() throws SQLException {
        // When
        var rows = answer(
                TaskSpec.query(List.of(new MetricId("spend"), new MetricId("net_sales")), october())
                        .groupBy(List.of(new DimensionId("geo")))
                        .build(),
                "*");

        // Then: a state that only one of the two knows has nothing of the other
        var expected = new LinkedHashMap<String, List<String>>();
        query("across_ads", """
            select coalesce(c.geo, '–'), sum(d.cost) from ads.campaign_daily d join ads.campaigns c using (campaign_id)
            where d.date between '2025-10-01' and '2025-10-31' group by 1
            """).forEach(row -> expected.put(row.getFirst(), List.of(row.get(1), "0")));
        query("across_sales", NET_SALES.formatted("true"))
                .forEach(row -> expected.merge(
                        row.getFirst(),
                        List.of("0", row.get(1)),
                        (spent, sold) -> List.of(spent.getFirst(), sold.getLast())));
        var found = new LinkedHashMap<String, List<String>>();
        rows.rows().forEach(row -> found.put(text(row.getFirst()), List.of(text(row.get(1)), text(row.get(2)))));
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(5);
    }

    @Test
    void narrowsFilesToTheCallersRegionsAsTheStatementSays() throws SQLException {
        // When
        var rows = answer(
                TaskSpec.query(List.of(new MetricId("net_sales")), october())
                        .groupBy(List.of(new DimensionId("geo")))
                        .build(),
                "Delhi");

        // Then
        assertThat(rows.rows().stream().map(row -> List.of(text(row.getFirst()), text(row.getLast()))))
                .isEqualTo(query("across_sales", NET_SALES.formatted("geo = 'Delhi'")))
                .hasSize(1);
    }

    private static final String NET_SALES = """
        select coalesce(geo, '–'), sum(amount - refund_amount) from sales.order_lines
        where order_date between '2025-10-01' and '2025-10-31' and status <> 'Cancelled' and %s group by 1 order by 1
        """;

    private static Period october() {
        return new Period(
                LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 31), ZoneId.of("Asia/Kolkata"), "last_month", null);
    }

    private static Table answer(TaskSpec task, String region) {
        var caller = new Caller("someone", List.of(Role.ADMIN), List.of(region), List.of(), List.of());
        var call = new CallContext(caller, Deadline.in(Duration.ofSeconds(60), Clock.systemUTC()), "key");
        var outcome = agents.getBean(PlannerAgent.class).plan(call, new PlanRequest(task, List.of()));
        assertThat(outcome).isInstanceOf(PlanOutcome.Planned.class);
        Plan plan = ((PlanOutcome.Planned) outcome).plan();
        var done = new HashMap<StepId, Table>();
        for (var step : plan.steps()) {
            done.put(step.id(), rows(run(call, step, done)));
        }
        return Objects.requireNonNull(done.get(plan.outputs().table()));
    }

    private static StepResult run(CallContext call, Step step, Map<StepId, Table> done) {
        if (step.inputs() instanceof StepInputs.Fetch fetch) {
            var request = new FetchRequest(step.id(), step.tool(), fetch);
            return step.tool().tool().value().equals("sales_db")
                    ? agents.getBean(SalesAgent.class).fetch(call, request)
                    : agents.getBean(AdsAgent.class).fetch(call, request);
        }
        var inputs = new HashMap<StepId, Table>();
        step.inputs().needs().forEach(id -> inputs.put(id, done.get(id)));
        return agents.getBean(ComputeAgent.class).compute(call, new ComputeRequest(step, inputs));
    }

    private static Table rows(StepResult result) {
        return switch (result) {
            case StepResult.Rows rows -> rows.table();
            case StepResult.Missing missing -> throw new AssertionError(missing);
        };
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "–";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> cell.toString();
        };
    }

    private static Connection open(String database) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(database),
                server.superuser().user(),
                server.superuser().password());
    }

    private static List<List<String>> query(String database, String sql) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                all.add(List.of(text(rows.getObject(1)), text(rows.getObject(2))));
            }
            return all;
        }
    }

    /** The demo's registry, whose sales tool says that its source closes no rows itself. */
    private static Path registry(Path folder) throws IOException {
        var bundled = Path.of("..", "registry", "src", "main", "resources", "registry");
        try (var files = Files.walk(bundled)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(bundled.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var tool = folder.resolve("tools/sales_db.yaml");
        Files.writeString(tool, Files.readString(tool).replace("rls: true", "rls: false"));
        return folder;
    }

    /** The tables of sales: order lines as Parquet, the rest as CSV. */
    private static Path files(Path folder) throws IOException, SQLException {
        for (var table : SALES) {
            var csv = folder.resolve("sales").resolve(table + ".csv");
            Files.createDirectories(csv.getParent());
            try (var connection = open("across_sales");
                    var out = Files.newBufferedWriter(csv)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from sales." + table + ") to stdout with (format csv, header)", out);
            }
        }
        var lines = folder.resolve("sales/order_lines.csv");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("copy (select * replace (cast(amount as decimal(14, 2)) as amount,"
                    + " cast(refund_amount as decimal(14, 2)) as refund_amount, cast(cogs as decimal(14, 2)) as cogs)"
                    + " from read_csv('" + lines + "', all_varchar = true)) to '"
                    + Files.createDirectories(folder.resolve("sales/order_lines"))
                            .resolve("all.parquet")
                    + "' (format parquet)");
        }
        Files.delete(lines);
        return folder;
    }
}
