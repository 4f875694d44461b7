package io.asktrail.local;

import io.asktrail.contracts.error.SuiteException;
import io.asktrail.demo.DemoDataException;
import io.asktrail.local.home.LocalFailure;
import io.asktrail.postgres.EmbeddedPostgresException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a start failed, in a sentence for the one who waits. */
final class Failures {
    private Failures() {}

    /** Whether the failure itself, not something below it, is one that people know how to mend. */
    static boolean isExpected(Throwable failure) {
        return isMeantForPeople(failure);
    }

    static String sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isMeantForPeople(cause)) {
                return Objects.requireNonNullElse(
                        cause.getMessage(), cause.getClass().getSimpleName());
            }
        }
        return "Asktrail could not start: %s. The log has more: ./asktrail logs"
                .formatted(Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName()));
    }

    private static boolean isMeantForPeople(Throwable cause) {
        return cause instanceof LocalFailure
                || cause instanceof EmbeddedPostgresException
                || cause instanceof DemoDataException
                || cause instanceof SuiteException;
    }
}
