package io.asktrail.contracts.error;

import org.jspecify.annotations.Nullable;

/** A failure the caller is told about: {@link #forCaller} is a sentence that says what to do, without inner detail. */
public class SuiteException extends RuntimeException {
    private final ErrorCode code;
    private final String forCaller;

    public SuiteException(ErrorCode code, String forCaller) {
        this(code, forCaller, null);
    }

    public SuiteException(ErrorCode code, String forCaller, @Nullable Throwable cause) {
        super(code + ": " + forCaller, cause);
        this.code = code;
        this.forCaller = forCaller;
    }

    public ErrorCode code() {
        return code;
    }

    public String forCaller() {
        return forCaller;
    }
}
