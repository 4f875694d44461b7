package io.asktrail.contracts.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure the caller is told about: {@link #forCaller} is a sentence that says what to do, without inner detail. */
public class SuiteException extends RuntimeException {
    private final ErrorCode code;
    private final String forCaller;
    private final @Nullable Duration retryAfter;

    public SuiteException(ErrorCode code, String forCaller) {
        this(code, forCaller, null);
    }

    public SuiteException(ErrorCode code, String forCaller, @Nullable Throwable cause) {
        this(code, forCaller, cause, null);
    }

    /** @param retryAfter when the one who failed wants to be asked again; null if it did not say */
    public SuiteException(ErrorCode code, String forCaller, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        super(code + ": " + forCaller, cause);
        this.code = code;
        this.forCaller = forCaller;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    /** Not before so long a time should it be tried again; empty if nobody said. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public String forCaller() {
        return forCaller;
    }
}
