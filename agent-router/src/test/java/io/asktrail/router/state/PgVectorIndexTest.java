package io.asktrail.router.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.router.neighbour.NeighbourIndex;
import io.asktrail.router.neighbour.NeighbourIndexContract;
import io.asktrail.router.neighbour.VectorKey;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The contract on a real pgvector; skipped, with the reason, where that is not installed. */
@Tag("full")
@Tag("pgvector")
class PgVectorIndexTest extends NeighbourIndexContract {
    private static @Nullable PgliteServer server;
    private static @Nullable SingleConnectionDataSource connection;

    @BeforeAll
    static void start() {
        if (!PgliteServer.isInstalled()) {
            var reason = "pgvector is not tested: PGlite is not installed. Run with -Ppgvector (needs Node and npm).";
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        server = PgliteServer.start();
        connection = new SingleConnectionDataSource(server.jdbcUrl(), "postgres", "postgres", true);
    }

    @AfterAll
    static void stop() {
        if (connection != null) {
            connection.destroy();
        }
        if (server != null) {
            server.close();
        }
    }

    private static JdbcClient jdbc() {
        return JdbcClient.create(Objects.requireNonNull(connection));
    }

    @Override
    protected NeighbourIndex index() {
        jdbc().sql("drop table if exists question_vectors").update();
        return PgVectorIndex.open(jdbc()).orElseThrow();
    }

    @Test
    void findsAgainWhatAnotherProcessKept() {
        // Given
        var first = index();
        var key = new VectorKey("east");
        first.put(Map.of(key, new float[] {1, 0}));

        // When
        var second = PgVectorIndex.open(jdbc()).orElseThrow();

        // Then
        assertThat(second.missing(Set.of(key))).isEmpty();
    }
}
