package io.asktrail.service.problem;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.contracts.error.SuiteException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every failure of a request leaves as a {@link Problem}; what was not foreseen leaves without inner detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final JsonFaults faults;

    ProblemAdvice(JsonFaults faults) {
        this.faults = faults;
    }

    @ExceptionHandler
    ResponseEntity<Object> known(SuiteException failure) {
        if (failure.code() == ErrorCode.BROKEN_INVARIANT) {
            log.atError().setCause(failure).log("an invariant is broken");
        }
        var reply = Problem.of(failure).asResponse();
        return failure.retryAfter()
                .map(wait -> ResponseEntity.status(reply.getStatusCode())
                        .headers(reply.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(wait)))
                        .body(reply.getBody()))
                .orElse(reply);
    }

    /** The header knows no parts of a second; sooner than it says would be too soon. */
    private static long wholeSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unforeseen(Exception failure, HttpServletResponse response) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.atDebug().setCause(failure).log("the client went away");
            return null;
        }
        if (response.isCommitted()) {
            // A part was sent: the server cuts the connection, so that nobody takes the part for the whole.
            throw failure;
        }
        return Unforeseen.logged(failure).asResponse();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = problemOf(failure, status);
        var typed = HttpHeaders.copyOf(headers);
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(
                failure, problem, typed, HttpStatusCode.valueOf(problem.status()), request);
    }

    private Problem problemOf(Exception failure, HttpStatusCode status) {
        var ours = causedByUs(failure);
        if (ours != null) {
            return Problem.of(ours);
        }
        if (failure instanceof HttpMessageNotReadableException unreadable) {
            return Problem.of(ErrorCode.MALFORMED_REQUEST, faults.sentence(unreadable.getCause()));
        }
        return switch (status.value()) {
            case 404 -> Problem.of(ErrorCode.UNKNOWN_ID, "There is nothing at this address: see /openapi.json.");
            case 503 -> Problem.of(ErrorCode.DEADLINE_PASSED, "It took too long: ask for less, or try again later.");
            default -> status.is5xxServerError() ? Unforeseen.logged(failure) : refused(failure, status);
        };
    }

    /** What Spring refuses before we see it: a wrong method, media type, parameter. */
    private static Problem refused(Exception failure, HttpStatusCode status) {
        var detail =
                failure instanceof ErrorResponse response ? response.getBody().getDetail() : null;
        return Problem.of(
                status,
                Statuses.codeFor(status),
                detail == null ? "A parameter of the request cannot be read: see /openapi.json." : detail);
    }

    private static @Nullable SuiteException causedByUs(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SuiteException ours) {
                return ours;
            }
        }
        return null;
    }
}
