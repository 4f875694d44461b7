package io.asktrail.querying;

import static org.assertj.core.api.Assertions.assertThat;

import io.asktrail.contracts.caller.Deadline;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a transaction says to the database about the rows it reads, and that it is said to that transaction alone. */
class ClaimsTest {
    @AutoClose
    private final Connections connections = new Connections(Map.of("ads", SampleTables.settings()));

    private final ReadOnlySession session = new ReadOnlySession(connections, Clock.systemUTC());

    @Test
    void saysARegionAsJsonSoThatNoneReadsAsAWordOfItsOwn() {
        assertThat(claimed(new RowClaims.Everything())).isEqualTo("*");
        assertThat(claimed(new RowClaims.Unplaced())).isEqualTo("unplaced");
        assertThat(claimed(RowClaims.NOTHING)).isEqualTo("[]");
        assertThat(claimed(new RowClaims.OfRegions(Set.of("*")))).isEqualTo("[\"*\"]");
        assertThat(claimed(new RowClaims.OfRegions(Set.of("Delhi", "a \"b\" \\ ' ê"))))
                .isEqualTo("[\"Delhi\",\"a \\\"b\\\" \\\\ ' ê\"]");
    }

    @Test
    void leavesNothingToTheNextTransactionOfTheConnection() throws SQLException {
        // Given
        claimed(new RowClaims.Everything());
        long server;
        try (var connection = connections.borrow("ads");
                var rows = connection
                        .createStatement()
                        .executeQuery("select pg_backend_pid(), current_setting('asktrail.regions', true),"
                                + " current_setting('statement_timeout')")) {
            rows.next();
            server = rows.getLong(1);

            // When, Then: the setting exists on this connection, and is empty
            assertThat(rows.getString(2)).isEmpty();
            assertThat(rows.getString(3)).isEqualTo("0");
        }
        assertThat(asked(RowClaims.NOTHING, "pg_backend_pid()")).isEqualTo(String.valueOf(server));
    }

    private String claimed(RowClaims claims) {
        return asked(claims, "current_setting('asktrail.regions', true)");
    }

    private String asked(RowClaims claims, String expression) {
        var select = DSL.using(SQLDialect.POSTGRES).select(DSL.field(expression, String.class));
        var unjudged = new Judged<>(select, List.of());
        return session.rows("ads", claims, Deadline.in(Duration.ofSeconds(5), Clock.systemUTC()), unjudged)
                .getFirst()
                .value1();
    }
}
