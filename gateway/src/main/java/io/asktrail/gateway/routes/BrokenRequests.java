package io.asktrail.gateway.routes;

import io.asktrail.contracts.error.ErrorCode;
import io.asktrail.service.problem.Problem;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server refuses before anything of ours has seen it (a request that is no HTTP, headers that are too large)
 * leaves as a problem, too. It has no trace: nothing was done for it.
 */
final class BrokenRequests extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(BrokenRequests.class);
    private static final String HEADERS_TOO_LARGE =
            StringManager.getManager("org.apache.coyote.http11").getString("iib.requestheadertoolarge.error");

    private final JsonMapper json;

    BrokenRequests(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        var problem = problem(response.getStatus(), cause(request, failure));
        try {
            response.setStatus(problem.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem));
            response.finishResponse();
        } catch (IOException gone) {
            log.atDebug().setCause(gone).log("who sent a broken request does not wait for the reason");
        }
    }

    private static @Nullable Throwable cause(Request request, @Nullable Throwable failure) {
        return failure == null && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable known
                ? known
                : failure;
    }

    private static Problem problem(int status, @Nullable Throwable cause) {
        if (cause != null && HEADERS_TOO_LARGE.equals(cause.getMessage())) {
            return Problem.of(
                    HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    ErrorCode.TOO_LARGE,
                    "The address and the headers of the request are larger than they may be: send fewer, or shorter"
                            + " ones.");
        }
        return status == HttpStatus.BAD_REQUEST.value()
                ? Problem.of(ErrorCode.MALFORMED_REQUEST, "The request is not valid HTTP: see /openapi.json.")
                : Problem.of(
                        HttpStatus.valueOf(status),
                        ErrorCode.MALFORMED_REQUEST,
                        "The server does not do this: see /openapi.json.");
    }
}
