package io.asktrail.service.problem;

import io.asktrail.contracts.error.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure nobody foresaw: all of it goes to the log, nothing but the trace id to the caller. */
final class Unforeseen {
    private static final Logger log = LoggerFactory.getLogger(Unforeseen.class);

    private Unforeseen() {}

    static Problem logged(Throwable failure) {
        log.atError().setCause(failure).log("a request failed in a way nobody foresaw");
        return Problem.of(
                ErrorCode.BROKEN_INVARIANT,
                "Something failed on our side. Try again; if it stays, tell the operator the trace_id.");
    }
}
