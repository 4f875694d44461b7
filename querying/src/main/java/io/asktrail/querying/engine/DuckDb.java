package io.asktrail.querying.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** DuckDB, in this process, over files. Its failures have no codes: they are told by how their text begins. */
public final class DuckDb implements Engine {
    DuckDb() {}

    @Override
    public String title() {
        return "DuckDB";
    }

    @Override
    public String urlPrefix() {
        return "jdbc:duckdb:";
    }

    @Override
    public SQLDialect sql() {
        return SQLDialect.DUCKDB;
    }

    @Override
    public boolean hasRowPolicies() {
        return false;
    }

    @Override
    public Field<LocalDate> localDay(Field<OffsetDateTime> moment, ZoneId zone) {
        return DSL.field("timezone({0}, {1})", SQLDataType.LOCALDATETIME, DSL.val(zone.getId()), moment)
                .cast(SQLDataType.LOCALDATE);
    }

    // The driver opens transactions that may write, so this one is opened by hand.
    @Override
    public void begin(Connection jdbc, String claim, Duration left) throws SQLException {
        execute(jdbc, "begin transaction read only");
    }

    @Override
    public void end(Connection jdbc) throws SQLException {
        execute(jdbc, "rollback");
    }

    private static void execute(Connection jdbc, String command) throws SQLException {
        try (var statement = jdbc.createStatement()) {
            statement.execute(command);
        }
    }

    @Override
    public Fault faultOf(SQLException failure) {
        var text = String.valueOf(failure.getMessage());
        if (text.startsWith("INTERRUPT Error")) {
            return Fault.TOO_SLOW;
        }
        if (text.startsWith("Catalog Error")) {
            return Fault.NO_TABLE;
        }
        if (text.startsWith("Binder Error")) {
            return Fault.DRIFT;
        }
        if (text.startsWith("Conversion Error") || text.startsWith("Invalid Input Error")) {
            return Fault.BAD_DATA;
        }
        var away = failure instanceof SQLTransientException
                || text.startsWith("IO Error")
                || text.startsWith("Out of Memory Error");
        return away ? Fault.UNREACHABLE : Fault.REFUSED;
    }
}
