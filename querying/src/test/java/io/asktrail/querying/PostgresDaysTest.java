package io.asktrail.querying;

import io.asktrail.querying.engine.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;

class PostgresDaysTest extends DaysContract {
    PostgresDaysTest() {
        super(Engine.POSTGRESQL);
    }

    @BeforeAll
    static void fill() throws SQLException {
        new PostgresDaysTest().fill("timestamp", "timestamptz");
    }

    @Override
    Connection open() throws SQLException {
        return SampleTables.open();
    }
}
