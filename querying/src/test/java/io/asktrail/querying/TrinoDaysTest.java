package io.asktrail.querying;

import io.asktrail.querying.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@Tag("trino")
@EnabledIfSystemProperty(named = TrinoServer.ARCHIVE, matches = ".+")
class TrinoDaysTest extends DaysContract {
    TrinoDaysTest() {
        super(Engine.TRINO);
    }

    @BeforeAll
    static void fill() throws SQLException {
        TrinoServer.connections();
        new TrinoDaysTest().fill("timestamp(3)", "timestamp(3) with time zone");
    }

    @Override
    Connection open() throws SQLException {
        return TrinoServer.open();
    }
}
