package io.asktrail.router.verified;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;

/** What keeps the approved questions cannot be reached. */
public final class VerifiedStoreAway extends SuiteException {
    public VerifiedStoreAway(Throwable cause) {
        super(ErrorCode.SOURCE_DOWN, "The approved questions cannot be reached just now: try again later.", cause);
    }
}
