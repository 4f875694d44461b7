package io.asktrail.querying.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** PostgreSQL: the one engine here whose tables have row policies of their own. */
public final class PostgreSql implements Engine {
    /** The setting that row policies read. */
    public static final String CLAIMS = "asktrail.regions";

    /** Claims the rows of a text, until the transaction ends: the next one on the connection starts without a claim. */
    public static final String CLAIM = "select set_config('" + CLAIMS + "', ?, true)";

    /** What a transaction begins with: its {@link #timeout} and its claim. */
    public static final String BEGIN =
            "select set_config('statement_timeout', ?, true), set_config('" + CLAIMS + "', ?, true)";

    private static final String CANCELLED_BY_TIMEOUT = "57014";
    private static final String LOCK_NOT_GRANTED = "55P03";
    private static final String NO_RIGHT = "42501";
    private static final Set<String> NO_TABLE = Set.of("42P01", "3F000");
    // undefined column; a right that is missing; other types: the registry and the database have drifted apart
    private static final Set<String> DRIFT = Set.of("42703", NO_RIGHT, "42804", "42883");

    PostgreSql() {}

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public String urlPrefix() {
        return "jdbc:postgresql:";
    }

    @Override
    public SQLDialect sql() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public Map<String, String> clientOptions() {
        return Map.of(
                "loginTimeout", "2",
                "connectTimeout", "2",
                "ApplicationName", "asktrail",
                // A text is compared with a column of whatever type, as if it were written there: an enum, a uuid.
                "stringtype", "unspecified");
    }

    @Override
    public boolean hasRowPolicies() {
        return true;
    }

    @Override
    public Field<LocalDate> localDay(Field<OffsetDateTime> moment, ZoneId zone) {
        return DSL.field("({0} at time zone {1})", SQLDataType.LOCALDATETIME, moment, DSL.val(zone.getId()))
                .cast(SQLDataType.LOCALDATE);
    }

    @Override
    public void begin(Connection jdbc, String claim, Duration left) throws SQLException {
        execute(jdbc, BEGIN, timeout(left), claim);
    }

    @Override
    public void claim(Connection jdbc, String claim) throws SQLException {
        execute(jdbc, CLAIM, claim);
    }

    private static void execute(Connection jdbc, String sql, String... values) throws SQLException {
        try (var statement = jdbc.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** The time that is left as a value of the setting {@code statement_timeout}, where 0 would be no limit. */
    public static String timeout(Duration left) {
        return Math.max(1, left.toMillis()) + "ms";
    }

    // The server's own timeout is exact to the millisecond.
    @Override
    public void limit(Select<? extends Record> select, Duration left) {}

    @Override
    public Duration patience() {
        return Duration.ofMillis(500);
    }

    // 08 connection, 28 login, 3D no such database, 53 out of resources, 57P shutting down, 22 values
    @Override
    public Fault faultOf(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(CANCELLED_BY_TIMEOUT) || state.equals(LOCK_NOT_GRANTED)) {
            return Fault.TOO_SLOW;
        }
        // A pool that gets no connection: the login may not enter this database.
        if (state.startsWith("28") || (state.equals(NO_RIGHT) && failure instanceof SQLTransientException)) {
            return Fault.LOGIN;
        }
        if (NO_TABLE.contains(state)) {
            return Fault.NO_TABLE;
        }
        if (DRIFT.contains(state)) {
            return Fault.DRIFT;
        }
        var away = failure instanceof SQLTransientException
                || state.startsWith("08")
                || state.startsWith("3D")
                || state.startsWith("53")
                || state.startsWith("57P");
        return away ? Fault.UNREACHABLE : Fault.REFUSED;
    }
}
