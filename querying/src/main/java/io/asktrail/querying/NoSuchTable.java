package io.asktrail.querying;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import org.jspecify.annotations.Nullable;

/** A source does not have a table at all. */
final class NoSuchTable extends SuiteException {
    NoSuchTable(String forCaller, @Nullable Throwable cause) {
        super(ErrorCode.SOURCE_CHANGED, forCaller, cause);
    }
}
