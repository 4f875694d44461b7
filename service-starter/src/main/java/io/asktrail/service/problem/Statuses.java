package io.asktrail.service.problem;

import io.asktrail.contracts.error.ErrorCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The one table from what failed to what HTTP says about it. */
final class Statuses {
    private Statuses() {}

    static HttpStatus of(ErrorCode code) {
        return switch (code) {
            case MALFORMED_REQUEST, EMPTY_QUESTION -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN, APPROVAL_NEEDED -> HttpStatus.FORBIDDEN;
            case UNKNOWN_ID -> HttpStatus.NOT_FOUND;
            case EXPIRED -> HttpStatus.GONE;
            case CANCELLED, ALREADY_DECIDED -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNKNOWN_METRIC, UNKNOWN_DIMENSION, UNKNOWN_VALUE, UNKNOWN_TOOL, BAD_PERIOD, OUT_OF_SCOPE ->
                HttpStatus.UNPROCESSABLE_CONTENT;
            case SUSPICIOUS_QUESTION, NO_PATH, NO_DATA, TOO_MANY_ROWS -> HttpStatus.UNPROCESSABLE_CONTENT;
            case PLAN_REJECTED, QUERY_REJECTED, DRAFT_REJECTED -> HttpStatus.UNPROCESSABLE_CONTENT;
            case RATE_LIMITED, QUOTA_SPENT -> HttpStatus.TOO_MANY_REQUESTS;
            case BROKEN_INVARIANT -> HttpStatus.INTERNAL_SERVER_ERROR;
            case NOT_SUPPORTED_YET -> HttpStatus.NOT_IMPLEMENTED;
            case INPUT_MISSING -> HttpStatus.BAD_GATEWAY;
            case SOURCE_DOWN, AGENT_DOWN -> HttpStatus.SERVICE_UNAVAILABLE;
            case SOURCE_CHANGED -> HttpStatus.BAD_GATEWAY;
            case DEADLINE_PASSED -> HttpStatus.GATEWAY_TIMEOUT;
        };
    }

    /** The other way round, for failures that only have a status: what a server or a framework answers by itself. */
    static ErrorCode codeFor(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404 -> ErrorCode.UNKNOWN_ID;
            case 410 -> ErrorCode.EXPIRED;
            case 413, 431 -> ErrorCode.TOO_LARGE;
            case 429 -> ErrorCode.RATE_LIMITED;
            case 502, 503 -> ErrorCode.AGENT_DOWN;
            case 504 -> ErrorCode.DEADLINE_PASSED;
            default -> status.is5xxServerError() ? ErrorCode.BROKEN_INVARIANT : ErrorCode.MALFORMED_REQUEST;
        };
    }

    static String title(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
