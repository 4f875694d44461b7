package io.asktrail.querying;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@Tag("trino")
@EnabledIfSystemProperty(named = TrinoServer.ARCHIVE, matches = ".+")
class TrinoEngineTest extends EngineContract {
    TrinoEngineTest() {
        super(TrinoServer.connections());
    }

    @Override
    String forMinutes() {
        return "(select count(*) from unnest(sequence(1, 10000)) a(x), unnest(sequence(1, 10000)) b(y),"
                + " unnest(sequence(1, 10000)) c(z) where x * y * z % 7 = 3)";
    }

    // The caller is let go at once. Trino was seen to run on after its driver had cancelled; it stops at the deadline.
    @Override
    Duration deadlineOfTheGone() {
        return Duration.ofSeconds(10);
    }

    @Override
    int stillAtIt() {
        try (var trino = TrinoServer.open();
                var statement = trino.createStatement();
                var rows = statement.executeQuery("select count(*) from system.runtime.queries where state = 'RUNNING'"
                        + " and \"user\" = 'tests' and query like '%sequence(1, 10000)) c(z)%'"
                        + " and query not like '%system.runtime%'")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
