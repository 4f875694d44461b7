package io.asktrail.querying;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import java.sql.SQLException;
import java.util.Set;

/** What a database's failure means to the person who asked. */
final class Faults {
    private static final String CANCELLED_BY_TIMEOUT = "57014";
    private static final String LOCK_NOT_GRANTED = "55P03";
    // undefined table, column, schema; a right that is missing: the registry and the database have drifted apart
    private static final Set<String> DRIFT = Set.of("42P01", "42703", "3F000", "42501", "42804", "42883");

    private Faults() {}

    static SuiteException of(String connection, SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(CANCELLED_BY_TIMEOUT) || state.equals(LOCK_NOT_GRANTED)) {
            return deadlinePassed(failure);
        }
        if (DRIFT.contains(state)) {
            return new SuiteException(
                    ErrorCode.SOURCE_CHANGED,
                    "The source '%s' does not have what the schema registry says it has: %s."
                                    .formatted(connection, firstLine(failure))
                            + " Its schema file needs to be brought up to date.",
                    failure);
        }
        if (isUnreachable(failure, state)) {
            return new SuiteException(
                    ErrorCode.SOURCE_DOWN,
                    "The source '%s' cannot be reached just now; try again in a minute.".formatted(connection),
                    failure);
        }
        return new SuiteException(
                ErrorCode.BROKEN_INVARIANT,
                "The source '%s' refused a statement that should have been valid.".formatted(connection),
                failure);
    }

    /** Whether the database lacks a table, a column or a right that a statement needs, or has it in another type. */
    static boolean isAboutWhatIsNotThere(SuiteException fault) {
        return fault.getCause() instanceof SQLException failure
                && failure.getSQLState() != null
                && DRIFT.contains(failure.getSQLState());
    }

    static SuiteException deadlinePassed(Throwable cause) {
        return new SuiteException(
                ErrorCode.DEADLINE_PASSED,
                "The source did not answer in the time that was left; ask for fewer days or fewer groups.",
                cause);
    }

    // 08 connection, 28 login, 3D no such database, 53 out of resources, 57P shutting down
    private static boolean isUnreachable(SQLException failure, String state) {
        return failure instanceof java.sql.SQLTransientException
                || state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("3D")
                || state.startsWith("53")
                || state.startsWith("57P");
    }

    private static String firstLine(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
    }
}
