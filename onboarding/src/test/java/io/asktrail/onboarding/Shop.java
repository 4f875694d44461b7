package io.asktrail.onboarding;

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
import io.asktrail.postgres.TemporaryPostgres;
import io.asktrail.querying.ServedTools;
import io.asktrail.querying.TableReader;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.Registry;
import io.asktrail.registry.loading.RegistryLoader;
import io.asktrail.registry.loading.RegistryLocation;
import io.asktrail.registry.tool.ToolDefinition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database that nobody wrote a registry for, the draft of it, and the way from a fetch to a figure. */
final class Shop {
    private final ConnectionSettings settings;

    private Shop(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** A database of its own, made with these statements. */
    static Shop made(String name, String statements) {
        var server = TemporaryPostgres.shared();
        var admin = server.superuser();
        server.ensureDatabase(name, admin.user());
        var shop = new Shop(new ConnectionSettings(server.jdbcUrl(name), admin.user(), admin.password()));
        shop.run(statements);
        return shop;
    }

    void run(String statements) {
        try (var jdbc = DriverManager.getConnection(
                        settings.url(),
                        settings.username(),
                        TemporaryPostgres.shared().superuser().password());
                var statement = jdbc.createStatement()) {
            for (var one : statements.split(";\n")) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return settings.url();
    }

    JdbcLogin login() {
        return new JdbcLogin(
                settings.url(),
                settings.username(),
                TemporaryPostgres.shared().superuser().password());
    }

    /** What the command printed, and how it ended. */
    record Ended(int code, String out, String err) {}

    Ended draft(Path out, String... more) {
        var words = new ArrayList<>(
                List.of("--jdbc-url", settings.url(), "--user", settings.username(), "--out", out.toString()));
        words.addAll(Arrays.asList(more));
        return command(
                Map.of(
                        "ASKTRAIL_JDBC_PASSWORD",
                        TemporaryPostgres.shared().superuser().password()),
                words.toArray(String[]::new));
    }

    static Ended command(Map<String, String> environment, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = new DraftCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment)
                .run(words);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Registry registry(Path folder) {
        return RegistryLoader.load(RegistryLocation.of(folder.toString(), "draft"));
    }

    /** The rows of a fetch; numbers as plain text. */
    List<List<String>> ask(Path folder, String capability, String metrics, String groups, Entities kept) {
        var registry = registry(folder);
        var connections = new Connections(Map.of("warehouse", settings));
        try (connections) {
            var reader = TableReader.open(
                    new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)),
                    () -> registry,
                    connections,
                    Clock.systemUTC());
            var call = new CallContext(
                    new Caller("test", List.of(Role.ANALYST), List.of("*"), List.of(), List.of()),
                    Deadline.in(Duration.ofSeconds(20), Clock.systemUTC()),
                    "test");
            var fetch = new StepInputs.Fetch(
                    ids(metrics).map(MetricId::new).toList(),
                    ids(groups).map(DimensionId::new).toList(),
                    null,
                    StepInputs.DateRange.parse("2025-01-01..2025-12-31"),
                    ZoneId.of("Asia/Kolkata"),
                    kept,
                    List.of(),
                    List.of(),
                    null);
            var result = reader.fetch(
                    call, new FetchRequest(new StepId("s1"), ToolRef.parse("warehouse_db." + capability), fetch));
            if (result instanceof StepResult.Missing missing) {
                throw new AssertionError(missing.reason());
            }
            return ((StepResult.Rows) result)
                    .table().rows().stream()
                            .map(row -> row.stream().map(Shop::text).toList())
                            .toList();
        }
    }

    List<List<String>> ask(Path folder, String capability, String metrics, String groups) {
        return ask(folder, capability, metrics, groups, Entities.NONE);
    }

    private static java.util.stream.Stream<String> ids(String text) {
        return Arrays.stream(text.split(" ")).filter(id -> !id.isEmpty());
    }

    /** The rows of a statement written by hand: the independent computation. */
    List<List<String>> byHand(String sql) {
        try (var jdbc = DriverManager.getConnection(
                        settings.url(),
                        settings.username(),
                        TemporaryPostgres.shared().superuser().password());
                var statement = jdbc.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(text(rows.getObject(i)));
                }
                all.add(row);
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "–";
            case BigDecimal number when number.signum() == 0 -> "0";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> cell.toString();
        };
    }
}
