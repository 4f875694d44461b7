package io.asktrail.querying;

import io.asktrail.contracts.agent.DataAgent.FetchRequest;
import io.asktrail.contracts.caller.CallContext;
import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Deadline;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.id.DimensionId;
import io.asktrail.contracts.id.MetricId;
import io.asktrail.contracts.id.StepId;
import io.asktrail.contracts.id.ToolRef;
import io.asktrail.contracts.plan.StepInputs;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.contracts.task.Entities;
import io.asktrail.contracts.task.Grain;
import io.asktrail.demo.DemoData;
import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.tool.ToolDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a result of 200,000 rows takes on the way from the database to the table that agent-sales gives: seven columns,
 * dates, names of 500 products and 999 cities, amounts that are nearly all different.
 */
public final class LongResult {
    private static final String DATABASE = "long_result";
    private static final int MEBIBYTE = 1 << 20;

    private LongResult() {}

    public static void main(String[] arguments) throws Exception {
        try (var connections = new Connections(Map.of("warehouse", warehouse()))) {
            var registry = RegistryLoader.load(RegistryLocation.bundled("demo"));
            var reader = TableReader.open(
                    new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)),
                    () -> registry,
                    connections,
                    Clock.systemUTC());
            fetch(reader, "2025-01-01..2025-01-02");
            var idle = live();
            System.out.printf("idle: %d MiB%n", idle / MEBIBYTE);
            var started = System.nanoTime();
            var result = (StepResult.Rows) fetch(reader, "2025-01-01..2025-12-31");
            var took = Duration.ofNanos(System.nanoTime() - started);
            var held = live();
            System.out.printf(
                    "%d rows of %d columns in %d ms; the table takes %d MiB, the whole heap never more than %d above idle%n",
                    result.rowCount(),
                    result.table().columns().size(),
                    took.toMillis(),
                    (held - idle) / MEBIBYTE,
                    (Runtime.getRuntime().maxMemory() - idle) / MEBIBYTE);
        }
    }

    private static StepResult fetch(TableReader reader, String range) {
        var caller = new Caller("bench", List.of(Role.ADMIN), List.of("Delhi"), List.of(), List.of());
        var call = new CallContext(caller, Deadline.in(Duration.ofMinutes(2), Clock.systemUTC()), "key");
        var inputs = new StepInputs.Fetch(
                Stream.of("gross_sales", "units", "orders").map(MetricId::new).toList(),
                Stream.of("date", "product", "city").map(DimensionId::new).toList(),
                Grain.DAY,
                StepInputs.DateRange.parse(range),
                ZoneId.of("Asia/Kolkata"),
                Entities.NONE,
                List.of(),
                List.of(),
                null);
        var result = reader.fetch(call, new FetchRequest(new StepId("s"), ToolRef.parse("sales_db.query"), inputs));
        if (result instanceof StepResult.Missing missing) {
            throw new IllegalStateException(missing.toString());
        }
        return result;
    }

    private static long live() throws InterruptedException {
        for (var i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static ConnectionSettings warehouse() throws SQLException, IOException {
        var server = TemporaryPostgres.shared();
        server.ensureRole(new io.asktrail.postgres.Credentials("asktrail_sales", "sales"));
        server.ensureDatabase(DATABASE, server.superuser().user());
        try (var connection = DriverManager.getConnection(
                        server.jdbcUrl(DATABASE), server.superuser().user(), server.superuser().password());
                var statement = connection.createStatement()) {
            statement.execute("grant connect on database " + DATABASE + " to asktrail_sales");
            statement.execute(resource("/demo/schema/sales.sql"));
            statement.execute("insert into sales.products select 'SKU-' || n, 'A product of a fairly long name, ' || n,"
                    + " 'Bags', 'Brand', 1, 2 from generate_series(1, 500) n");
            statement.execute("insert into sales.order_lines select 'O' || n, 1, date '2025-01-01' + n % 365,"
                    + " timestamptz '2025-01-01', 'SKU-' || 1 + n % 500, null, n, 'New', 'Delhi', 'City ' || n % 999,"
                    + " 'Website', 'FBA', 'Shipped', 1 + n % 9, n * 1.37, 0, 1 from generate_series(1, 200000) n");
            statement.execute("analyze");
        }
        return new ConnectionSettings(server.jdbcUrl(DATABASE), "asktrail_sales", "sales");
    }

    private static String resource(String name) throws IOException {
        try (var in = DemoData.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
