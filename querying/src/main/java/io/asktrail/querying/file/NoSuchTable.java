package io.asktrail.querying.file;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import org.jspecify.annotations.Nullable;

/** A source does not have a table at all. */
public final class NoSuchTable extends SuiteException {
    public NoSuchTable(String forCaller, @Nullable Throwable cause) {
        super(ErrorCode.SOURCE_CHANGED, forCaller, cause);
    }
}
