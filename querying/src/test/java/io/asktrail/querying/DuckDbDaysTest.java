package io.asktrail.querying;

import io.asktrail.querying.engine.Engine;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class DuckDbDaysTest extends DaysContract {
    private static DuckDBConnection database;

    DuckDbDaysTest() {
        super(Engine.DUCKDB);
    }

    @BeforeAll
    static void fill() throws SQLException {
        database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
        database.createStatement().execute("create schema shop");
        new DuckDbDaysTest().fill("timestamp", "timestamptz");
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    @Override
    Connection open() throws SQLException {
        return database.duplicate();
    }
}
