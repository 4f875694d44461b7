package io.asktrail.querying.engine;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Trino, for data that outgrew one machine. Who may read what is its own access control's business. */
public final class Trino implements Engine {
    private static final DataType<BigDecimal> WIDEST_WHOLE = SQLDataType.DECIMAL(38, 0);

    // Of io.trino.spi.StandardErrorCode, which the driver hands on as vendor codes.
    private static final int USER_CANCELED = 3;
    private static final int PERMISSION_DENIED = 4;
    // No sum of texts, no comparison of a date with a number: a column is of another type.
    private static final int FUNCTION_NOT_FOUND = 6;
    private static final int INVALID_CAST_ARGUMENT = 9;
    private static final int OPERATOR_NOT_FOUND = 10;
    private static final int CATALOG_NOT_FOUND = 44;
    private static final int SCHEMA_NOT_FOUND = 45;
    private static final int TABLE_NOT_FOUND = 46;
    private static final int COLUMN_NOT_FOUND = 47;
    private static final int TYPE_MISMATCH = 58;
    private static final int EXCEEDED_TIME_LIMIT = 131_075;
    // From here on it is not the statement: no memory, no workers, no room, a source behind it that is away.
    private static final int INTERNAL = 65_536;

    Trino() {}

    @Override
    public String title() {
        return "Trino";
    }

    @Override
    public String urlPrefix() {
        return "jdbc:trino:";
    }

    @Override
    public SQLDialect sql() {
        return SQLDialect.TRINO;
    }

    // One round trip a statement instead of two.
    @Override
    public Map<String, String> clientOptions() {
        return Map.of("source", "asktrail", "explicitPrepare", "false");
    }

    @Override
    public boolean hasRowPolicies() {
        return false;
    }

    // approx_percentile is all there is.
    @Override
    public boolean hasPercentiles() {
        return false;
    }

    // "at time zone" takes no parameter; this function does.
    @Override
    public Field<LocalDate> localDay(Field<OffsetDateTime> moment, ZoneId zone) {
        return DSL.field("at_timezone({0}, {1})", SQLDataType.OFFSETDATETIME, moment, DSL.val(zone.getId()))
                .cast(SQLDataType.LOCALDATE);
    }

    // A sum of bigint is a bigint and runs over.
    @Override
    public Field<?> addend(Field<?> column) {
        return column.getType() == Long.class ? column.cast(WIDEST_WHOLE) : column.coerce(SQLDataType.NUMERIC);
    }

    // Without autocommit a read-only connection opens "start transaction read only" with its first statement.
    @Override
    public void begin(Connection jdbc, String claim, Duration left) {}

    @Override
    public Fault faultOf(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case USER_CANCELED, EXCEEDED_TIME_LIMIT -> Fault.TOO_SLOW;
            case CATALOG_NOT_FOUND, SCHEMA_NOT_FOUND, TABLE_NOT_FOUND -> Fault.NO_TABLE;
            case PERMISSION_DENIED, COLUMN_NOT_FOUND, TYPE_MISMATCH, FUNCTION_NOT_FOUND, OPERATOR_NOT_FOUND ->
                Fault.DRIFT;
            case INVALID_CAST_ARGUMENT -> Fault.BAD_DATA;
            case 0 -> ofTheDriver(failure);
            default -> failure.getErrorCode() >= INTERNAL ? Fault.UNREACHABLE : Fault.REFUSED;
        };
    }

    // What the driver itself says has no code.
    private static Fault ofTheDriver(SQLException failure) {
        var isLogin = String.valueOf(failure.getMessage()).contains("Authentication failed");
        var away = failure instanceof SQLTransientException || failure.getCause() instanceof UncheckedIOException;
        return isLogin ? Fault.LOGIN : away ? Fault.UNREACHABLE : Fault.REFUSED;
    }
}
