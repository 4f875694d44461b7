package io.asktrail.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asktrail.contracts.caller.Caller;
import io.asktrail.contracts.caller.Role;
import io.asktrail.postgres.TemporaryPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two gateways, one PostgreSQL. */
@ExtendWith(OutputCaptureExtension.class)
class SharedLimitsTest {
    // Of a burst of 60 each gateway may take a twentieth in advance.
    private static final int BURST = 60;
    private static final int IN_ADVANCE = 3;

    private static Suite gateway(TemporaryPostgres postgres, String database) {
        var settings = new ArrayList<>(List.of(
                "asktrail.gateway.limits.per-minute=1",
                "asktrail.gateway.limits.burst=" + BURST,
                "asktrail.gateway.limits.shared.leftAlone=200ms"));
        settings.add("asktrail.gateway.limits.shared.url=" + postgres.server().jdbcUrl(database));
        settings.add("asktrail.gateway.limits.shared.username="
                + postgres.server().superuser().user());
        settings.add("asktrail.gateway.limits.shared.password="
                + postgres.server().superuser().password());
        return Suite.inOneProcess(settings.toArray(String[]::new));
    }

    private static int status(Suite gateway, String sub) {
        var token = gateway.tokens()
                .mint(new Caller(sub, List.of(Role.VIEWER), List.of(), List.of(), List.of()), Duration.ofMinutes(1));
        return Web.at(gateway.port())
                .get("/v1/trace", "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static int allowed(List<Suite> inTurn, String sub, int requests) {
        var allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += status(inTurn.get(i % inTurn.size()), sub) == 200 ? 1 : 0;
        }
        return allowed;
    }

    private static long rows(TemporaryPostgres postgres) throws SQLException {
        var superuser = postgres.server().superuser();
        try (var connection = DriverManager.getConnection(
                        postgres.server().jdbcUrl("postgres"), superuser.user(), superuser.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from gateway_limits")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void countTogetherWhatASubjectTakesAnywhere() throws Exception {
        try (var postgres = TemporaryPostgres.start();
                var one = gateway(postgres, "postgres");
                var other = gateway(postgres, "postgres")) {
            // When: as many as two gateways alone would let through
            var asha = allowed(List.of(one, other), "asha", 2 * BURST);
            var ravi = allowed(List.of(one), "ravi", 1);

            // Then
            assertThat(asha).isBetween(BURST, BURST + 2 * IN_ADVANCE);
            assertThat(ravi).isOne();
            assertThat(rows(postgres)).isEqualTo(2);
        }
    }

    @Test
    void countAloneWhileTheDatabaseIsAwayAndSaySo(CapturedOutput log) {
        var postgres = TemporaryPostgres.start();
        try (var gateway = gateway(postgres, "postgres")) {
            assertThat(status(gateway, "asha")).isEqualTo(200);

            // When
            postgres.close();

            // Then: a request is refused by nobody but a limit
            assertThat(allowed(List.of(gateway), "ravi", BURST + 10)).isEqualTo(BURST);
            assertThat(log).containsOnlyOnce("the shared limits cannot be reached: this gateway counts for itself");
        }
    }

    @Test
    void startWithoutTheDatabaseAndUseItWhenItComes() throws Exception {
        try (var postgres = TemporaryPostgres.start();
                var gateway = gateway(postgres, "later")) {
            assertThat(status(gateway, "asha")).isEqualTo(200);

            // When
            postgres.server()
                    .ensureDatabase("later", postgres.server().superuser().user());

            // Then
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertThat(status(gateway, "asha")).isEqualTo(200);
                return isThere(postgres);
            });
        }
    }

    private static boolean isThere(TemporaryPostgres postgres) throws SQLException {
        var superuser = postgres.server().superuser();
        try (var connection = DriverManager.getConnection(
                        postgres.server().jdbcUrl("later"), superuser.user(), superuser.password());
                var tables = connection.getMetaData().getTables(null, null, "gateway_limits", null)) {
            return tables.next();
        }
    }
}
