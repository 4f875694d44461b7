package io.asktrail.querying.secret;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import org.jspecify.annotations.Nullable;

/** A secret cannot be had where it is said to be kept. */
public final class SecretUnavailable extends SuiteException {
    public SecretUnavailable(String forCaller, @Nullable Throwable cause) {
        super(ErrorCode.SOURCE_DOWN, forCaller, cause);
    }
}
