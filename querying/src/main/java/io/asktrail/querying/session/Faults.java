package io.asktrail.querying.session;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import io.asktrail.querying.engine.Engine;
import io.asktrail.querying.file.NoSuchTable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a database's failure means to the person who asked. */
public final class Faults {
    private Faults() {}

    public static SuiteException of(String connection, Engine engine, SQLException failure) {
        // What kept a pool from logging in: a secret that cannot be had, a driver that is missing.
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SuiteException known) {
                return known;
            }
        }
        return switch (engine.faultOf(failure)) {
            case TOO_SLOW -> deadlinePassed(failure);
            case NO_TABLE -> new NoSuchTable(drift(connection, failure), failure);
            case DRIFT -> new SuiteException(ErrorCode.SOURCE_CHANGED, drift(connection, failure), failure);
            // Not the value itself: it may stand in a row that is closed to the one who asks.
            case BAD_DATA ->
                new SuiteException(
                        ErrorCode.SOURCE_CHANGED,
                        "The source '%s' holds a value that is not of the type its schema file says."
                                .formatted(connection),
                        failure);
            case LOGIN ->
                new SuiteException(
                        ErrorCode.SOURCE_DOWN,
                        "The source '%s' refused the login; whoever runs Asktrail needs to check its user and password."
                                .formatted(connection),
                        failure);
            case UNREACHABLE ->
                new SuiteException(
                        ErrorCode.SOURCE_DOWN,
                        "The source '%s' cannot be reached just now; try again in a minute.".formatted(connection),
                        failure);
            case REFUSED ->
                new SuiteException(
                        ErrorCode.BROKEN_INVARIANT,
                        "The source '%s' refused a statement that should have been valid.".formatted(connection),
                        failure);
        };
    }

    private static String drift(String connection, SQLException failure) {
        return "The source '%s' does not have what the schema registry says it has: %s."
                        .formatted(connection, firstLine(failure))
                + " Its schema file needs to be brought up to date.";
    }

    /** Whether the database lacks a table, a column or a right that a statement needs, or has it in another type. */
    public static boolean isAboutWhatIsNotThere(SuiteException fault) {
        return fault.code() == ErrorCode.SOURCE_CHANGED;
    }

    static SuiteException deadlinePassed(Throwable cause) {
        return new SuiteException(
                ErrorCode.DEADLINE_PASSED,
                "The source did not answer in the time that was left; ask for fewer days or fewer groups.",
                cause);
    }

    private static String firstLine(SQLException failure) {
        var message = String.valueOf(failure.getMessage());
        return message.lines().findFirst().orElse("").replaceFirst("^(ERROR: |Query failed \\(#\\w+\\): )", "");
    }
}
