package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.contracts.result.StepResult;
import io.asktrail.querying.secret.Secret;
import io.asktrail.querying.session.Connections;
import io.asktrail.querying.source.ConnectionSettings;
import io.asktrail.registry.tool.ToolDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is slow, away or not as the registry says is an outcome with a sentence, and nothing is left running. */
class FaultsTest {
    private static final Caller OWNER = new Caller("owner", List.of(Role.ADMIN), List.of("*"), List.of(), List.of());
    private static final Duration ENOUGH = Duration.ofSeconds(10);

    @Test
    void doesNotStartWhenTheTimeIsUp() {
        // When
        var result = new SampleReader(100)
                .fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request(), Duration.ZERO);

        // Then
        assertMissing(result, ErrorCode.DEADLINE_PASSED);
    }

    @Test
    void endsAtTheDeadlineAndLeavesNothingRunning() throws Exception {
        // Given: somebody holds the table
        try (var blocker = SampleTables.open()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table ads.campaign_daily in access exclusive mode");

            // When
            var started = System.nanoTime();
            var result = new SampleReader(100)
                    .fetch(
                            OWNER,
                            new SampleFetch("ads_store.get_campaign_metrics", "spend").request(),
                            Duration.ofMillis(300));

            // Then
            assertMissing(result, ErrorCode.DEADLINE_PASSED);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
            assertThat(waiting()).isEqualTo("0");
            blocker.rollback();
        }
    }

    @Test
    void cancelsAtTheServerWhenTheCallerIsInterrupted() throws Exception {
        // Given
        try (var blocker = SampleTables.open()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table ads.campaign_daily in access exclusive mode");
            var outcome = new CompletableFuture<StepResult>();
            var asking = Thread.ofVirtual()
                    .start(() -> outcome.complete(new SampleReader(100)
                            .fetch(
                                    OWNER,
                                    new SampleFetch("ads_store.get_campaign_metrics", "spend").request(),
                                    ENOUGH)));
            await("1");

            // When
            asking.interrupt();

            // Then
            assertMissing(outcome.get(3, TimeUnit.SECONDS), ErrorCode.CANCELLED);
            await("0");
            blocker.rollback();
        }
    }

    @Test
    void saysThatASourceCannotBeReached() {
        // Given: nothing listens on port 1
        var away = new ConnectionSettings("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "secret");
        var reader = new SampleReader(100, new Connections(Map.of("ads", away)));

        // When
        var started = System.nanoTime();
        var down = reader.fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request());
        var unset = reader.fetch(OWNER, new SampleFetch("shop_db.lines", "orders").request());

        // Then
        assertMissing(down, ErrorCode.SOURCE_DOWN);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(4));
        assertMissing(unset, ErrorCode.SOURCE_DOWN);
        assertThat(((StepResult.Missing) unset).reason()).contains("asktrail.connections.shop.url");
        assertThat(away.toString()).doesNotContain("secret");
    }

    @Test
    void answersOtherQuestionsAfterOneFailed() throws Exception {
        // Given
        var reader = new SampleReader(100);
        try (var blocker = SampleTables.open()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("lock table ads.campaign_daily in access exclusive mode");
            for (var i = 0; i < 10; i++) {
                reader.fetch(
                        OWNER,
                        new SampleFetch("ads_store.get_campaign_metrics", "spend").request(),
                        Duration.ofMillis(50));
            }
            blocker.rollback();
        }

        // When
        var result = reader.fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request());

        // Then
        assertThat(result).isInstanceOf(StepResult.Rows.class);
    }

    @Test
    void doesNotServeAnotherAgentsTool() {
        // When
        var result = new SampleReader(100)
                .shop()
                .fetch(
                        SampleReader.call(OWNER, ENOUGH),
                        new SampleFetch("ads_store.get_campaign_metrics", "spend").request());

        // Then
        assertMissing(result, ErrorCode.UNKNOWN_TOOL);
        assertMissing(
                new SampleReader(100).fetch(OWNER, new SampleFetch("shop_db.nonsense", "orders").request()),
                ErrorCode.UNKNOWN_TOOL);
    }

    @Test
    void refusesToStartWithAToolThatNoCodeServes() {
        // Given: the sample's ads tool is of kind api
        var sqlOnly = new ServedTools(ToolDefinition.Agent.ADS, Set.of(ToolDefinition.Kind.SQL));

        // When, Then
        assertThatThrownBy(() -> sqlOnly.check(SampleRegistry.make(100)))
                .isInstanceOfSatisfying(
                        SuiteException.class,
                        refused -> assertThat(refused.forCaller()).contains("no code serves the tool 'ads_store'"));
    }

    @Test
    void saysThatALoginIsRefusedAndTakesARotatedPasswordWithoutARestart(@TempDir Path folder) throws Exception {
        // Given: a role whose password stands in a file
        var file = folder.resolve("password");
        try (var admin = SampleTables.open();
                var statement = admin.createStatement()) {
            statement.execute("create role rotated login password 'first'");
            statement.execute("grant connect on database querying_test to rotated");
            statement.execute("grant usage on schema ads to rotated");
            statement.execute("grant select on all tables in schema ads to rotated");
        }
        Files.writeString(file, "wrong-hunter2");
        var settings = new ConnectionSettings(
                SampleTables.settings().url(), "rotated", Secret.parse("file:" + file), Map.of());
        try (var connections = new Connections(Map.of("ads", settings))) {
            var reader = new SampleReader(100, connections);
            var request = new SampleFetch("ads_store.get_campaign_metrics", "spend").request();

            // When, Then
            var refused = (StepResult.Missing) reader.fetch(OWNER, request);
            assertThat(refused.code()).isEqualTo(ErrorCode.SOURCE_DOWN);
            assertThat(refused.reason()).contains("'ads' refused the login").doesNotContain("hunter");
            Files.writeString(file, "first\n");
            assertThat(reader.fetch(OWNER, request)).isInstanceOf(StepResult.Rows.class);

            // When: it is rotated, and the server ends what was logged in
            try (var admin = SampleTables.open();
                    var statement = admin.createStatement()) {
                statement.execute("alter role rotated password 'second'");
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'rotated'");
            }
            Files.writeString(file, "second\n");

            // Then: at the latest with the second question, since a pool may hand out what was just ended
            reader.fetch(OWNER, request);
            assertThat(reader.fetch(OWNER, request)).isInstanceOf(StepResult.Rows.class);
            Files.delete(file);
        }
    }

    @Test
    void saysWhichSecretCannotBeHad() {
        // Given
        var settings = new ConnectionSettings(
                SampleTables.settings().url(), "somebody", Secret.parse("env:NOT_SET_ANYWHERE"), Map.of());
        try (var connections = new Connections(Map.of("ads", settings))) {
            // When
            var missing = (StepResult.Missing) new SampleReader(100, connections)
                    .fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request());

            // Then
            assertThat(missing.reason()).contains("environment variable NOT_SET_ANYWHERE, which is not set");
        }
    }

    @Test
    void handsTlsOptionsToTheDriver() {
        // Given: the test's server speaks no TLS
        var server = SampleTables.settings();
        var settings = new ConnectionSettings(
                server.url(), server.username(), server.password(), Map.of("sslmode", new Secret.Plain("require")));
        try (var connections = new Connections(Map.of("ads", settings))) {
            // When
            var result = new SampleReader(100, connections)
                    .fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request());

            // Then
            assertMissing(result, ErrorCode.SOURCE_DOWN);
        }
    }

    @Test
    void writesNoPasswordToAnyLog(@TempDir Path folder) throws Exception {
        // Given: everything that the pool and the drivers have to say
        var heard = new StringBuffer();
        var listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                heard.append(line.getMessage()).append(line.getThrown()).append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var loggers = List.of(Logger.getLogger("org.postgresql"), Logger.getLogger("com.zaxxer.hikari"));
        loggers.forEach(logger -> {
            logger.setLevel(Level.ALL);
            logger.addHandler(listening);
        });
        var file = Files.writeString(folder.resolve("password"), "hunter2-of-the-file");
        var settings = new ConnectionSettings(
                SampleTables.settings().url(), "somebody", Secret.parse("file:" + file), Map.of());
        try (var connections = new Connections(Map.of("ads", settings))) {
            // When
            var missing = new SampleReader(100, connections)
                    .fetch(OWNER, new SampleFetch("ads_store.get_campaign_metrics", "spend").request());

            // Then
            assertThat(missing.toString()).doesNotContain("hunter2");
            assertThat(heard.toString()).contains("somebody").doesNotContain("hunter2");
        } finally {
            loggers.forEach(logger -> {
                logger.removeHandler(listening);
                logger.setLevel(null);
            });
        }
    }

    @Test
    void refusesAToolThatPromisesRowPoliciesOfDuckDb() {
        // Given
        var files = new ConnectionSettings("jdbc:duckdb:/data", "", "");
        try (var connections = new Connections(Map.of("shop", files))) {
            var registry = SampleRegistry.make(100);
            var promising = SampleRegistry.withRowPolicies(registry);

            // When, Then
            assertThatThrownBy(() -> TableReader.open(
                            new ServedTools(ToolDefinition.Agent.SALES, Set.of(ToolDefinition.Kind.SQL)),
                            () -> promising,
                            connections,
                            SampleReader.CLOCK))
                    .isInstanceOfSatisfying(
                            SuiteException.class,
                            refused -> assertThat(refused.forCaller())
                                    .contains("'shop_db' says rls: true, and DuckDB closes no rows itself"));
        }
    }

    private static void assertMissing(StepResult result, ErrorCode code) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        StepResult.Missing.class,
                        missing -> assertThat(missing.code()).isEqualTo(code));
    }

    private static String waiting() {
        return SampleTables.byHand("select count(*) from pg_stat_activity where application_name = 'asktrail'"
                        + " and state = 'active' and wait_event_type = 'Lock'")
                .getFirst()
                .getFirst();
    }

    private static void await(String count) throws InterruptedException {
        for (var i = 0; i < 100 && !waiting().equals(count); i++) {
            Thread.sleep(20);
        }
        assertThat(waiting()).isEqualTo(count);
    }
}
