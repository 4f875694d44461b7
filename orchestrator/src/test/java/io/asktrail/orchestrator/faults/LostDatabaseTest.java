package io.asktrail.orchestrator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.orchestrator.state.StateDatabase;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;

/** The state database cuts every connection and takes no new ones for a while. */
@Tag("full")
class LostDatabaseTest {
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void isFoundAgainWhenItIsBack(boolean pooled) throws Exception {
        var database = RunningOrchestrator.freshDatabase();
        try (var suite = new Suite();
                var orchestrator = RunningOrchestrator.start(database, suite.way.url(), context -> {
                    if (!pooled) {
                        fixed((GenericApplicationContext) context, database);
                    }
                })) {
            assertThat(orchestrator
                            .query("asha", RunningOrchestrator.freshDay())
                            .statusCode())
                    .isEqualTo(200);

            // When
            asAdministrator("alter database %s allow_connections false".formatted(database));
            asAdministrator(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(database));
            var meanwhile = orchestrator.query("asha", RunningOrchestrator.freshDay());
            asAdministrator("alter database %s allow_connections true".formatted(database));

            // Then
            assertThat(meanwhile.statusCode()).as(meanwhile.body()).isEqualTo(503);
            assertThat(meanwhile.body()).contains("SOURCE_DOWN");
            var day = RunningOrchestrator.freshDay();
            var back = Suite.eventually(
                    pooled ? 10_000 : 3_000,
                    () -> orchestrator.query("asha", day).statusCode() == 200);
            assertThat(back).isEqualTo(pooled);
            if (pooled) {
                assertThat(Suite.column(orchestrator.answer(day), "net_sales"))
                        .isEqualTo(Suite.each(StubSources.netSales(day)));
            }
        }
    }

    private static void fixed(GenericApplicationContext context, String database) {
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        context.registerBean(
                StateDatabase.class,
                () -> new StateDatabase(new FixedConnections(server.jdbcUrl(database), user.user(), user.password())));
    }

    private static void asAdministrator(String sql) throws SQLException {
        var server = TemporaryPostgres.shared();
        var user = server.superuser();
        try (var connection = DriverManager.getConnection(server.jdbcUrl("postgres"), user.user(), user.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
